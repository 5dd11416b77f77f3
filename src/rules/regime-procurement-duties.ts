import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { refuseLaw } from './law.refusals';
import { underRegime } from './legal-limit';
import type { PartCheck } from './part-check';
import type { RuleSet } from './rule-set.types';

const REGULATION = (article: string) => `政府采购法实施条例第${article}条`;

/** What procurement asks for that is no number: a rule set may leave it to the law, but not say otherwise. */
export const procurementDuties: readonly PartCheck[] = [
  underRegime('procurement', ['calendar'], ({ calendar }) =>
    calendar === 'CN'
      ? []
      : [refuseLaw('RULES.CALENDAR_OF_LAW', { calendar }, pointerTo('calendar'))],
  ),
  underRegime('procurement', ['notice'], ({ notice: { showsExperts } }) => {
    if (showsExperts) return [];
    const article = REGULATION('四十三');
    return [refuseLaw('RULES.EXPERTS_NOT_NAMED', { article }, pointerTo('notice', 'showsExperts'))];
  }),
  underRegime('procurement', ['evaluations'], ({ evaluations }) =>
    evaluations.flatMap(({ code: evaluation, kind, usersTakePart }, index) =>
      kind === 'final' && usersTakePart === false
        ? [
            refuseLaw(
              'RULES.USERS_LEFT_OUT',
              { evaluation, article: REGULATION('四十五') },
              pointerTo('evaluations', index, 'usersTakePart'),
            ),
          ]
        : [],
    ),
  ),
  underRegime('procurement', ['decisions'], siteChecksThatExclude),
];

/** In a grant a visit after the ranking may change it; in a procurement it must not (rounds.md 2.19). */
function siteChecksThatExclude({ decisions = [] }: Pick<RuleSet, 'decisions'>): Refusal[] {
  return decisions.flatMap(({ code: decision, at, answer }, index) => {
    if (at !== 'site-check' || answer.variant !== 'choice') return [];
    const place = answer.options.findIndex(
      ({ effect }) => effect === 'excludes' || effect === 'ends',
    );
    if (place === -1) return [];
    const here = pointerTo('decisions', index, 'answer', 'options', place, 'effect');
    const article = REGULATION('四十四');
    return [refuseLaw('RULES.SITE_CHECK_CHANGES_RESULT', { decision, article }, here)];
  });
}
