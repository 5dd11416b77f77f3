import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { PANEL_OF_THE_LOT } from './panels-of';
import { faultsFound, reading, type PartCheck } from './part-check';
import { SHORTLIST_PANEL } from './review-phases';
import { refuseReviewRules } from './review-rules.refusals';
import { refuseRules } from './rules.refusals';
import type { PanelRules, RuleSet } from './rule-set.types';
import { hasPanel, needsPanel } from './who-scores';

/** Up to so many members a panel is small: with an even number halves are likely, and a member more is no burden. */
const SMALL_PANEL = 9;

const ODD_BY_LAW = '财政部令第87号第四十七条、政府采购法第三十八条';

/** What panels without a code of their own are called in the record. */
const RESERVED: ReadonlySet<string> = new Set([PANEL_OF_THE_LOT, SHORTLIST_PANEL]);

/** What the panels say against themselves, and which categories would be reviewed by none or by two. */
export const panelChecks: readonly PartCheck[] = [
  reading(['panel', 'panels', 'scoring', 'award', 'amount'], (rules) =>
    needsPanel(rules) && !hasPanel(rules)
      ? [refuseRules('RULES.MISSING', { name: 'panel' }, pointerTo('panel'))]
      : [],
  ),
  reading(['panel', 'panels'], ({ panel, panels }) =>
    panel === undefined || panels === undefined
      ? []
      : [refuseRules('RULES.PANEL_AND_PANELS', {}, pointerTo('panels'))],
  ),
  reading(['panel'], ({ panel }) =>
    panel === undefined ? [] : notSeated(panel, pointerTo('panel')),
  ),
  reading(['panels'], ({ panels = [] }) =>
    panels.flatMap((panel, index) => notSeated(panel, pointerTo('panels', index))),
  ),
  reading(['shortlist'], ({ shortlist }) =>
    shortlist?.by.variant === 'panel'
      ? notSeated(shortlist.by.panel, pointerTo('shortlist', 'by', 'panel'))
      : [],
  ),
  reading(['panel', 'regime', 'scoring'], ({ panel, regime, scoring }) =>
    panel === undefined ? [] : even(panel, regime, isWeighed(scoring), pointerTo('panel')),
  ),
  reading(['panels', 'regime', 'scoring'], ({ panels = [], regime, scoring }) =>
    panels.flatMap((panel, index) =>
      even(panel, regime, isWeighed(scoring), pointerTo('panels', index)),
    ),
  ),
  // Seats of the award's panel weigh nothing in a first selection.
  reading(['shortlist', 'regime'], ({ shortlist, regime }) =>
    shortlist?.by.variant === 'panel'
      ? even(shortlist.by.panel, regime, false, pointerTo('shortlist', 'by', 'panel'))
      : [],
  ),
  reading(['panels', 'categories'], inCategories),
  reading(['panels'], ({ panels = [] }) =>
    panels.flatMap(({ code: panel }, index) => {
      if (!RESERVED.has(panel)) return [];
      const at = pointerTo('panels', index, 'code');
      return [refuseReviewRules('RULES.PANEL_CODE_RESERVED', { panel }, at)];
    }),
  ),
];

/** What the panels of a rule set say against themselves. */
export function contradictionsInPanels(rules: RuleSet): Refusal[] {
  return faultsFound(panelChecks, rules);
}

function notSeated({ size, seats }: PanelRules, at: string): Refusal[] {
  const seated = seats.reduce((total, { count }) => total + count, 0);
  if (seated === size) return [];
  return [refuseRules('RULES.SEATS_NOT_PANEL', { seats: seated, size }, at + pointerTo('seats'))];
}

/**
 * An even panel: unlawful in a procurement; in a grant only where halves are settled by weights, are unlikely, or a person has
 * answered for who sits there (rounds.md, axis 18: panels of 10 and 100 exist).
 */
function even(
  { size, selection }: PanelRules,
  regime: RuleSet['regime'],
  areSeatsWeighed: boolean,
  at: string,
): Refusal[] {
  if (size % 2 === 1) return [];
  const here = at + pointerTo('size');
  if (regime === 'procurement') {
    const facts = { size, article: ODD_BY_LAW };
    return [refuseReviewRules('RULES.PANEL_EVEN_BY_LAW', facts, here)];
  }
  const mayBe = selection.variant === 'appointment' || areSeatsWeighed || size > SMALL_PANEL;
  return mayBe ? [] : [refuseRules('RULES.PANEL_EVEN', { size }, here)];
}

function isWeighed({ aggregation }: RuleSet['scoring']): boolean {
  return aggregation.variant === 'weighted-seats';
}

/** Every category that is competed for is in exactly one panel, or its bids would have no sheets, or two sets of them. */
function inCategories({
  categories,
  panels = [],
}: Pick<RuleSet, 'categories' | 'panels'>): Refusal[] {
  const named = panels.flatMap((panel, at) =>
    panel.categories.map((category, index) => ({
      ...{ panel: panel.code, category },
      pointer: pointerTo('panels', at, 'categories', index),
    })),
  );
  const unknown = named
    .filter(({ category }) => categories.every(({ code }) => code !== category))
    .map(({ category, pointer }) => refuseRules('RULES.UNKNOWN_CATEGORY', { category }, pointer));
  const twice = named
    .filter((one, index) => named.findIndex(({ category }) => category === one.category) < index)
    .map(({ panel, category, pointer }) =>
      refuseRules('RULES.CATEGORY_IN_TWO_PANELS', { panel, category }, pointer),
    );
  const without = categories.flatMap(({ code: category, basis }, index) =>
    panels.length === 0 ||
    basis === 'directed-commission' ||
    named.some((one) => one.category === category)
      ? []
      : [refuseRules('RULES.CATEGORY_WITHOUT_PANEL', { category }, pointerTo('categories', index))],
  );
  return [...unknown, ...twice, ...without];
}
