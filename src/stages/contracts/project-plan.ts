/** One cost line of the project, from the application. */
export type ContractLine = {
  readonly code: string;
  readonly amount: string;
  readonly note?: string;
};

/** One planned activity. */
export type ContractActivity = {
  readonly name: string;
  readonly times: number;
  readonly heads: number;
};

/** One indicator with its target. */
export type ContractIndicator = {
  readonly name: string;
  readonly target: number;
  readonly unit: string;
};

/** What a contract takes over from the application or the commission's plan. */
export interface ProjectPlan {
  readonly budgetLines: readonly ContractLine[];
  readonly ownFunds: string;
  readonly activities: readonly ContractActivity[];
  readonly indicators: readonly ContractIndicator[];
}
