import { toInstant } from '../kernel/instant';
import { compareRatios, parseRatio, ratioOf } from '../kernel/ratio';
import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { reading, type PartCheck } from './part-check';
import { refuseReviewRules } from './review-rules.refusals';
import { refuseRules } from './rules.refusals';
import type { PitchRules, ShortlistRules } from './rule-set.types';
import { pointsNotTotal } from './scoring.contradictions';
import { refuseWayRules } from './way-rules.refusals';

/** What a first selection and the pitches say against themselves. */
export const shortlistChecks: readonly PartCheck[] = [
  reading(['shortlist'], ({ shortlist }) =>
    shortlist === undefined ? [] : inShortlist(shortlist),
  ),
  reading(['shortlist', 'votes'], ({ shortlist, votes }) =>
    shortlist?.by.variant === 'votes' && votes === undefined
      ? [
          refuseReviewRules(
            'RULES.PART_NEEDS',
            { variant: 'shortlist', name: 'votes' },
            pointerTo('shortlist', 'by'),
          ),
        ]
      : [],
  ),
  reading(['pitch'], ({ pitch }) => (pitch === undefined ? [] : breachesWithoutLimit(pitch))),
  reading(['pitch', 'timetable'], ({ pitch, timetable: { callOpensAt: opensAt } }) => {
    const on = pitch?.slidesDueAt;
    if (on === undefined || toInstant(on) > toInstant(opensAt)) return [];
    const at = pointerTo('pitch', 'slidesDueAt');
    return [refuseWayRules('RULES.BEFORE_THE_CALL', { what: 'slidesDueAt', on, opensAt }, at)];
  }),
];

function inShortlist({ by, keep: { top, passMark } }: ShortlistRules): Refusal[] {
  const faults: Refusal[] = [];
  if (by.variant !== 'role' && top === undefined && passMark === undefined) {
    const at = pointerTo('shortlist', 'keep');
    faults.push(refuseReviewRules('RULES.SHORTLIST_KEEPS_ALL', {}, at));
  }
  if (by.variant !== 'panel') return faults;
  faults.push(...pointsNotTotal(by, pointerTo('shortlist', 'by')));
  const { totalPoints: total } = by;
  if (passMark !== undefined && compareRatios(parseRatio(passMark), ratioOf(BigInt(total))) > 0) {
    const at = pointerTo('shortlist', 'keep', 'passMark');
    faults.push(refuseRules('RULES.PASS_MARK_ABOVE_TOTAL', { passMark, total }, at));
  }
  return faults;
}

/** Nobody can be late or over time where no time is said. */
function breachesWithoutLimit(pitch: PitchRules): Refusal[] {
  const limits = [
    ['slides-late', 'slidesDueAt'],
    ['over-time', 'presentMinutes'],
  ] as const;
  return limits.flatMap(([breach, name]) => {
    const index = pitch.disqualifies?.indexOf(breach) ?? -1;
    if (index === -1 || pitch[name] !== undefined) return [];
    const at = pointerTo('pitch', 'disqualifies', index);
    return [refuseReviewRules('RULES.BREACH_WITHOUT_LIMIT', { breach, name }, at)];
  });
}
