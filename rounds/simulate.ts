import { writeFileSync } from 'node:fs';
import { explainLines } from './report/explain-lines';
import { reportLines } from './report/report-lines';
import { simulationData } from './report/simulation-data';
import { checkFile, readRuleSetFile } from './rules-file';
import { sumsComeOut } from './simulation/round-sums';
import { simulateRound } from './simulation/simulate-round';
import type { SimulationOptions } from './simulation/simulated-round';

/** What somebody asks of a simulation. */
export interface WantedSimulation extends SimulationOptions {
  /** The rule set. */
  readonly file: string;
  /** The number of a bid that is to be explained. */
  readonly explain: number | undefined;
  /** Where to write the round as data. */
  readonly json: string | undefined;
}

/**
 * Plays a whole round in memory and prints what came of it, or why it came so for one bid.
 * @returns whether the sums come out and the bid that was asked about exists
 * @throws RulesRefused
 */
export function simulate(wanted: WantedSimulation, print: (line: string) => void): boolean {
  const { file, explain, json, bids, seed } = wanted;
  if (checkFile(file).kind === 'rules-fragment') {
    print(`${file} 是规则片段，不是一轮的完整规则，不能模拟。`);
    print(`${file} is a fragment: parts of rules, and no round that could be played.`);
    return false;
  }
  const round = simulateRound(readRuleSetFile(file), { bids, seed });
  if (json !== undefined) {
    writeFileSync(json, `${JSON.stringify(simulationData(round), null, 2)}\n`);
  }
  const lines = explain === undefined ? reportLines(round) : explainLines(round, explain);
  if (lines === null) {
    print(`没有${explain}号申报。 There is no bid ${explain}.`);
    return false;
  }
  for (const line of lines) print(line);
  return sumsComeOut(round.sums);
}
