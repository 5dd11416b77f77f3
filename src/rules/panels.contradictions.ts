import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { faultsFound, reading, type PartCheck } from './part-check';
import { refuseReviewRules } from './review-rules.refusals';
import { refuseRules } from './rules.refusals';
import type { PanelRules, RuleSet } from './rule-set.types';
import { hasPanel, needsPanel } from './who-scores';

/** Up to so many members a panel is small: with an even number halves are likely, and a member more is no burden. */
const SMALL_PANEL = 9;

const ODD_BY_LAW = '财政部令第87号第四十七条、政府采购法第三十八条';

/** What the panels say against themselves, and which categories would be reviewed by none or by two. */
export const panelChecks: readonly PartCheck[] = [
  reading(
    'panel',
    'panels',
    'scoring',
    'award',
    'amount',
  )((rules) =>
    needsPanel(rules) && !hasPanel(rules)
      ? [refuseRules('RULES.MISSING', { name: 'panel' }, pointerTo('panel'))]
      : [],
  ),
  reading(
    'panel',
    'panels',
  )(({ panel, panels }) =>
    panel === undefined || panels === undefined
      ? []
      : [refuseRules('RULES.PANEL_AND_PANELS', {}, pointerTo('panels'))],
  ),
  reading('panel')(({ panel }) =>
    panel === undefined ? [] : notSeated(panel, pointerTo('panel')),
  ),
  reading('panels')(({ panels = [] }) =>
    panels.flatMap((panel, index) => notSeated(panel, pointerTo('panels', index))),
  ),
  reading('shortlist')(({ shortlist }) =>
    shortlist?.by.variant === 'panel'
      ? notSeated(shortlist.by.panel, pointerTo('shortlist', 'by', 'panel'))
      : [],
  ),
  reading(
    'panel',
    'regime',
    'scoring',
  )(({ panel, ...rules }) => (panel === undefined ? [] : even(panel, rules, pointerTo('panel')))),
  reading(
    'panels',
    'regime',
    'scoring',
  )(({ panels = [], ...rules }) =>
    panels.flatMap((panel, index) => even(panel, rules, pointerTo('panels', index))),
  ),
  reading(
    'shortlist',
    'regime',
    'scoring',
  )(({ shortlist, ...rules }) =>
    shortlist?.by.variant === 'panel'
      ? even(shortlist.by.panel, rules, pointerTo('shortlist', 'by', 'panel'))
      : [],
  ),
  reading('panels', 'categories')(inCategories),
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
  { regime, scoring }: Pick<RuleSet, 'regime' | 'scoring'>,
  at: string,
): Refusal[] {
  if (size % 2 === 1) return [];
  const here = at + pointerTo('size');
  if (regime === 'procurement') {
    const facts = { size, article: ODD_BY_LAW };
    return [refuseReviewRules('RULES.PANEL_EVEN_BY_LAW', facts, here)];
  }
  const mayBe =
    selection.variant === 'appointment' ||
    scoring.aggregation.variant === 'weighted-seats' ||
    size > SMALL_PANEL;
  return mayBe ? [] : [refuseRules('RULES.PANEL_EVEN', { size }, here)];
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
