import type { Facts } from '../../kernel/refusal';

/** What a bid says, as its bidder wrote it: a document of `yichuang/application/1`. Amounts are yuan with two decimals. */
export type Application = {
  readonly schema: 'yichuang/application/1';
  readonly title: string;
  /** The code of a category of the rule set; absent where bids are not told apart. */
  readonly category?: string;
  /** Texts by the codes of the form's sections. */
  readonly sections: Readonly<Record<string, string>>;
  readonly budgetLines: readonly ApplicationLine[];
  readonly ownFunds: string;
  readonly activities: readonly ApplicationActivity[];
  readonly indicators: readonly ApplicationIndicator[];
};

/** One line of the project's budget. */
export type ApplicationLine = {
  /** The code of a budget line of the rule set. */
  readonly code: string;
  readonly amount: string;
  readonly note?: string;
};

/** One planned activity. */
export type ApplicationActivity = {
  readonly name: string;
  /** How often it is held. */
  readonly times: number;
  /** How many people it serves each time. */
  readonly heads: number;
};

/** One indicator with its target. */
export type ApplicationIndicator = {
  readonly name: string;
  readonly target: number;
  readonly unit: string;
};

/** One thing that is wrong with an application. */
export type ApplicationFault = {
  /** A JSON pointer into the application; empty for the whole. */
  readonly pointer: string;
  /** The code of what is wrong, such as `section-missing`. */
  readonly rule: string;
  readonly facts: Facts;
};
