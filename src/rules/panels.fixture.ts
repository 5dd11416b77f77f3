import { PANEL_OF_THE_LOT } from './panels-of';
import type { RuleSet } from './rule-set.types';

/** Changes a rule set with one panel to panels by category, each with the seats of the one; by code the categories of each. */
export function splitPanel(rules: RuleSet, categoriesOf: Record<string, string[]>): void {
  const { panel, provenance } = rules;
  if (panel === undefined) throw new Error(`the rules have no panel of the ${PANEL_OF_THE_LOT}`);
  rules.panels = Object.entries(categoriesOf).map(([code, categories]) => ({
    ...structuredClone(panel),
    code,
    name: { zh: `评审小组${code}`, en: `Panel ${code}` },
    categories: [...categories],
  }));
  delete rules.panel;
  rules.provenance = provenance.filter(({ path }) => !/^\/panel(\/|$)/.test(path));
}
