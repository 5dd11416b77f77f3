/** The five categories of the round, as its rule set names them. */
export type Category = 'elderly' | 'disability' | 'youth' | 'relief' | 'other';

/**
 * A thing that residents lack and organizations offer. The texts are invented; `{n}` stands for how many people are concerned,
 * `{m}` for a part of them, `{k}` for how often something is done.
 */
export interface Theme {
  readonly code: string;
  readonly category: Category;
  readonly serviceArea: string;
  /** What a need is called, as one resident says it and as another does. */
  readonly titles: readonly [string, string];
  readonly group: string;
  readonly problem: string;
  readonly service: string;
  readonly aim: string;
  /** What organizations call their projects. */
  readonly projects: readonly string[];
  /** How an organization goes about it. */
  readonly plan: string;
  /** The activity that most of the money goes into, and what it is counted in. */
  readonly activity: string;
  readonly unit: string;
}
