import type { RuleSet } from '../../src/rules';
import type { DecisionTally } from './decision-tally';
import type { GivenAnswer } from './given-answer';
import type { InventedBid } from './invented-bid';
import type { LotDays } from './lot-days';
import type { PlayedLot } from './play-lot';
import type { PlayedProject } from './play-project';
import type { Qualification } from './qualify-bids';
import type { RoundSums } from './round-sums';

/** By what a simulation is the same. */
export interface SimulationOptions {
  /** How many bids come in. */
  readonly bids: number;
  readonly seed: number;
}

/** A round from its call to the last payment. */
export interface SimulatedRound {
  readonly rules: RuleSet;
  readonly options: SimulationOptions;
  /** The years of which no holidays are known yet. */
  readonly assumedYears: readonly number[];
  readonly days: readonly LotDays[];
  readonly bids: readonly InventedBid[];
  readonly qualification: Qualification;
  readonly lots: readonly PlayedLot[];
  readonly projects: readonly PlayedProject[];
  /** All that persons had to decide, in the order in which they did. */
  readonly answers: readonly GivenAnswer[];
  readonly sums: RoundSums;
  readonly tally: readonly DecisionTally[];
}
