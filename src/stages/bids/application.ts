import type { Facts } from '../../kernel/refusal';
import type { MatchSource } from '../../rules';

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
} & AskedParts;

/** What only some rule sets ask for; absent where they do not, or where the applicant has nothing to say. */
export type AskedParts = {
  /** The code of a class of applicants of the rule set. */
  readonly applicantClass?: string;
  /** How much of the own funds comes from each source, where the rules tell sources apart; without it all is own funds. */
  readonly match?: Readonly<Partial<Record<MatchSource, string>>>;
  /** The codes of the declarations that the applicant makes. */
  readonly declarations?: readonly string[];
  /** Which attachment a document is, by the code of its check: its place in the list of the bid's attachments, from 1. */
  readonly documents?: Readonly<Record<string, number>>;
  /** How many of each output are offered, by its code, where the rules leave it to the bid. */
  readonly outputs?: Readonly<Record<string, number>>;
  /** How many hours of service are offered. */
  readonly serviceHours?: number;
  /** The credit codes of those who bid together with the party. */
  readonly jointWith?: readonly string[];
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
