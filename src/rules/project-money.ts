import type { Fen } from '../kernel/money';

/** What of a project its grant follows from. What a rule does not ask for may be left out. */
export interface ProjectMoney {
  readonly budgetFen: Fen;
  readonly ownFundsFen: Fen;
  /** The code of its category; null where bids are not told apart. */
  readonly category: string | null;
  /** The code of the class of applicants it names. */
  readonly applicantClass?: string | null;
  /** The lines of its budget, in fen, by their codes. */
  readonly lines?: ReadonlyMap<string, Fen>;
  /** How many of each output it offers, by the codes of the outputs. */
  readonly quantities?: ReadonlyMap<string, number>;
}
