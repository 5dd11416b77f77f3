import type { BilingualText, PanelRules, RuleSet } from './rule-set.types';

/** A panel as the rules plan it: one for all bids of a lot, or one of several for the bids of some categories. */
export interface PanelPlan extends PanelRules {
  /** Its code in the rules; `lot` where one panel reviews the whole lot. */
  readonly code: string;
  /** Null where there is one panel, which needs no name to be told from others. */
  readonly name: BilingualText | null;
  /** Whose bids it reviews; null for all bids of the lot. */
  readonly categories: readonly string[] | null;
}

/** The code of the one panel that reviews a whole lot. */
export const PANEL_OF_THE_LOT = 'lot';

/** The panels of a lot in the order of the rules: one for all bids is the list with one entry. */
export function panelsOf({ panel, panels = [] }: Pick<RuleSet, 'panel' | 'panels'>): PanelPlan[] {
  return panel === undefined
    ? panels
    : [{ ...panel, code: PANEL_OF_THE_LOT, name: null, categories: null }];
}
