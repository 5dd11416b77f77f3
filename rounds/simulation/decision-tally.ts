import type { BilingualText } from '../../src/rules';

/** How many decisions of one kind the rules made by themselves, and how many persons. */
export interface DecisionTally {
  readonly name: BilingualText;
  readonly automatic: number;
  readonly byPerson: number;
}
