import { compareRatios, parseRatio, printRatio, ratioOf, sum } from '../kernel/ratio';
import type { Refusal } from '../kernel/refusal';
import { amountReach } from './amount-reach';
import { pointerTo } from './json-pointer';
import { codesIn, codesUnder, namedTwice, unknownOf } from './named-codes';
import { PANEL_OF_THE_LOT } from './panels-of';
import { reading, type PartCheck } from './part-check';
import { refuseReviewRules } from './review-rules.refusals';
import { refuseRules } from './rules.refusals';
import type { Criterion, PanelRules, RuleSet, ScorePart, ScoringRules } from './rule-set.types';
import { countsSheets, hasPanel, mostPoints, needsPanel } from './who-scores';

const AT = pointerTo('scoring');
const PARTS = AT + pointerTo('parts');

/** Parts of which a score can have several: each of them is told apart by its seats or its name. */
const SEVERAL: ReadonlySet<ScorePart['variant']> = new Set(['seats', 'bonus', 'given']);

/** What the score is made of, against itself and against who gives the points. */
export const scoringChecks: readonly PartCheck[] = [
  reading(['scoring'], ({ scoring }) => [
    ...pointsNotTotal(scoring, AT),
    ...passMarkOutOfReach(scoring),
    ...(scoring.parts ?? []).flatMap((part, index, all) =>
      inPart(part, all.slice(0, index), index),
    ),
    ...inTieBreak(scoring),
    ...inWeights(scoring),
  ]),
  reading(['scoring', 'panel'], ({ scoring, panel }) =>
    panel === undefined ? [] : inSeats(scoring, panel, PANEL_OF_THE_LOT, pointerTo('panel')),
  ),
  reading(['scoring', 'panels'], ({ scoring, panels = [] }) =>
    panels.flatMap((panel, index) =>
      inSeats(scoring, panel, panel.code, pointerTo('panels', index)),
    ),
  ),
  reading(['scoring', 'shortlist'], ({ scoring, shortlist }) =>
    shortlist?.by.variant === 'panel' ? noSheetLeft(scoring, shortlist.by.panel) : [],
  ),
  reading(['scoring', 'votes'], ({ scoring, votes }) => partsWithout(scoring, 'votes', votes)),
  reading(['scoring', 'gifts'], ({ scoring, gifts }) => partsWithout(scoring, 'gifts', gifts)),
  reading(['scoring', 'amount'], priceOfOneAmount),
  reading(['scoring', 'panel', 'panels', 'award', 'amount'], criteriaAndPanel),
];

/** Criteria that do not add up to the most a sheet can give. */
export function pointsNotTotal(
  {
    criteria,
    totalPoints: total,
  }: { readonly criteria: readonly Criterion[]; readonly totalPoints: number },
  at: string,
): Refusal[] {
  const points = criteria.reduce((all, criterion) => all + criterion.points, 0);
  if (points === total) return [];
  return [refuseRules('RULES.POINTS_NOT_TOTAL', { points, total }, at + pointerTo('criteria'))];
}

function passMarkOutOfReach(scoring: ScoringRules): Refusal[] {
  const { passMark, passMarkIs } = scoring;
  const total = mostPoints(scoring);
  const above = compareRatios(parseRatio(passMark), ratioOf(BigInt(total)));
  // A mark that has to be exceeded cannot be the highest one, except where there are no points at all.
  if (above < 0 || (above === 0 && (passMarkIs !== 'exceeded' || total === 0))) return [];
  const at = AT + pointerTo('passMark');
  return [refuseRules('RULES.PASS_MARK_ABOVE_TOTAL', { passMark, total }, at)];
}

function inPart(part: ScorePart, before: readonly ScorePart[], index: number): Refusal[] {
  const { variant } = part;
  const at = PARTS + pointerTo(index);
  const faults: Refusal[] = [];
  if (!SEVERAL.has(variant) && before.some((other) => other.variant === variant)) {
    faults.push(refuseReviewRules('RULES.PART_TWICE', { variant }, at));
  }
  if (variant === 'bonus' && (part.min ?? 0) > part.max) {
    const facts = { min: part.min ?? 0, max: part.max };
    faults.push(refuseReviewRules('RULES.BONUS_REVERSED', facts, at + pointerTo('min')));
  }
  return faults;
}

function inTieBreak({ tieBreak, criteria, parts }: ScoringRules): Refusal[] {
  const at = AT + pointerTo('tieBreak');
  return [
    ...unknownOf(codesUnder('criterion', tieBreak, at), criteria, (criterion, pointer) =>
      refuseReviewRules('RULES.UNKNOWN_CRITERION', { criterion }, pointer),
    ),
    ...unknownOf(codesUnder('part', tieBreak, at), parts, (part, pointer) =>
      refuseReviewRules('RULES.UNKNOWN_PART', { part }, pointer),
    ),
  ];
}

function inWeights({ aggregation }: ScoringRules): Refusal[] {
  if (aggregation.variant !== 'weighted-seats') return [];
  const at = AT + pointerTo('aggregation', 'weights');
  const faults = namedTwice(codesUnder('seat', aggregation.weights, at));
  const total = sum(aggregation.weights.map(({ weight }) => parseRatio(weight)));
  if (compareRatios(total, ratioOf(1n)) !== 0) {
    const facts = { total: printRatio(total) };
    faults.push(refuseReviewRules('RULES.SEAT_WEIGHTS_NOT_WHOLE', facts, at));
  }
  return faults;
}

/** What the score says of seats, held against the seats of one panel. */
function inSeats(scoring: ScoringRules, plan: PanelRules, panel: string, at: string): Refusal[] {
  const { aggregation, parts = [] } = scoring;
  const { seats } = plan;
  const noSeat = (seat: string, pointer: string) =>
    refuseReviewRules('RULES.UNKNOWN_SEAT', { panel, seat }, pointer);
  const inParts = parts.flatMap((part, index) =>
    part.variant === 'seats'
      ? unknownOf(codesIn(part.seats, PARTS + pointerTo(index, 'seats')), seats, noSeat)
      : [],
  );
  if (aggregation.variant !== 'weighted-seats') {
    return [...inParts, ...noSheetLeft(scoring, plan)];
  }
  const weights = AT + pointerTo('aggregation', 'weights');
  const weighted = codesUnder('seat', aggregation.weights, weights);
  const without = seats.flatMap(({ code: seat }, index) =>
    weighted.some(({ code }) => code === seat)
      ? []
      : [refuseReviewRules('RULES.SEAT_WITHOUT_WEIGHT', { seat }, at + pointerTo('seats', index))],
  );
  return [...inParts, ...unknownOf(weighted, seats, noSeat), ...without];
}

/** Something has to be left of a panel's sheets when the highest and lowest are dropped. */
function noSheetLeft({ aggregation }: ScoringRules, { size }: PanelRules): Refusal[] {
  if (aggregation.variant !== 'trimmed-mean') return [];
  const { dropHighest: highest, dropLowest: lowest } = aggregation;
  if (highest + lowest < size) return [];
  const at = AT + pointerTo('aggregation');
  return [refuseReviewRules('RULES.ALL_SHEETS_DROPPED', { highest, lowest, size }, at)];
}

function partsWithout(
  { parts = [] }: ScoringRules,
  variant: 'votes' | 'gifts',
  rule: unknown,
): Refusal[] {
  if (rule !== undefined) return [];
  return parts.flatMap((part, index) =>
    part.variant === variant
      ? [
          refuseReviewRules(
            'RULES.PART_NEEDS',
            { variant, name: variant },
            PARTS + pointerTo(index),
          ),
        ]
      : [],
  );
}

/** Where everybody asks for the same, points for the price tell nobody apart. */
function priceOfOneAmount({
  scoring: { parts = [] },
  amount,
}: Pick<RuleSet, 'scoring' | 'amount'>): Refusal[] {
  const { leastFen, mostFen } = amountReach(amount);
  if (leastFen !== mostFen) return [];
  const facts = { variant: amount.variant };
  return parts.flatMap((part, index) =>
    part.variant === 'price'
      ? [refuseReviewRules('RULES.PRICE_WITHOUT_CHOICE', facts, PARTS + pointerTo(index))]
      : [],
  );
}

/** There are criteria exactly where a panel scores, and a panel that scores counts for something. */
function criteriaAndPanel(
  rules: Pick<RuleSet, 'scoring' | 'panel' | 'panels' | 'award' | 'amount'>,
): Refusal[] {
  const { criteria, parts } = rules.scoring;
  const at = AT + pointerTo('criteria');
  const isThere = hasPanel(rules);
  const isNeeded = needsPanel(rules);
  const isEntitlement = rules.award.variant === 'entitlement';
  if (!isThere) {
    return criteria.length === 0 || isNeeded
      ? []
      : [refuseReviewRules('RULES.CRITERIA_WITHOUT_PANEL', {}, at)];
  }
  const faults: Refusal[] = [];
  if (criteria.length === 0 && !isEntitlement) {
    faults.push(refuseReviewRules('RULES.CRITERIA_MISSING', {}, at));
  }
  if (parts !== undefined && !countsSheets(parts) && !isEntitlement && !isNeeded) {
    faults.push(refuseReviewRules('RULES.PANEL_NOT_ASKED', {}, PARTS));
  }
  return faults;
}
