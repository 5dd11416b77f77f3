import { parseArgs } from 'node:util';
import type { WantedSimulation } from './simulate';

/** More bids than any round has had, and what a machine still plays in a minute. */
const MOST_BIDS = 20_000;
const MOST_SEED = 2 ** 32 - 1;

/**
 * Reads the arguments of a simulation: a file, and without more forty bids from the seed 1.
 * @returns null when they ask for nothing that can be played
 */
export function readWanted(args: readonly string[]): WantedSimulation | null {
  const read = parsed(args);
  if (read?.positionals.length !== 1) return null;
  const { bids = '40', seed = '1', explain, json } = read.values;
  const wanted = {
    bids: wholeNumber(bids, 1, MOST_BIDS),
    seed: wholeNumber(seed, 0, MOST_SEED),
    explain: explain === undefined ? undefined : wholeNumber(explain, 1, MOST_BIDS),
  };
  if (wanted.bids === null || wanted.seed === null || wanted.explain === null) return null;
  return { file: read.positionals[0]!, ...wanted, json } as WantedSimulation;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        bids: { type: 'string' },
        seed: { type: 'string' },
        explain: { type: 'string' },
        json: { type: 'string' },
      },
    });
  } catch {
    return null;
  }
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= most ? number : null;
}
