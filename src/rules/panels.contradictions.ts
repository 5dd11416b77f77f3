import type { Refusal } from '../kernel/refusal';
import { pointerTo } from './json-pointer';
import { panelsOf, placesOfPanels } from './panels-of';
import { refuseRules } from './rules.refusals';
import type { PanelRules, RuleSet } from './rule-set.types';

/** What the panels say against themselves, and which categories would be reviewed by none or by two. */
export function contradictionsInPanels(rules: RuleSet): Refusal[] {
  const places = placesOfPanels(rules);
  return [
    ...oneWayOrTheOther(rules),
    ...panelsOf(rules).flatMap((panel, index) => inPanel(panel, places[index]!)),
    ...(rules.panel === undefined ? inCategories(rules) : []),
  ];
}

function oneWayOrTheOther({ panel, panels }: RuleSet): Refusal[] {
  if (panel === undefined && panels === undefined) {
    return [refuseRules('RULES.MISSING', { name: 'panel' }, pointerTo('panel'))];
  }
  if (panel === undefined || panels === undefined) return [];
  return [refuseRules('RULES.PANEL_AND_PANELS', {}, pointerTo('panels'))];
}

function inPanel({ size, seats }: PanelRules, at: string): Refusal[] {
  const faults: Refusal[] = [];
  if (size % 2 === 0) {
    faults.push(refuseRules('RULES.PANEL_EVEN', { size }, at + pointerTo('size')));
  }
  const seated = seats.reduce((total, { count }) => total + count, 0);
  if (seated !== size) {
    const facts = { seats: seated, size };
    faults.push(refuseRules('RULES.SEATS_NOT_PANEL', facts, at + pointerTo('seats')));
  }
  return faults;
}

/** Every category is in exactly one panel, or its bids would have no sheets, or two sets of them. */
function inCategories({ categories, panels = [] }: RuleSet): Refusal[] {
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
  const without = categories.flatMap(({ code: category }, index) =>
    panels.length === 0 || named.some((one) => one.category === category)
      ? []
      : [refuseRules('RULES.CATEGORY_WITHOUT_PANEL', { category }, pointerTo('categories', index))],
  );
  return [...unknown, ...twice, ...without];
}
