import { keptByHand } from '../../src/rules';
import type { SimulatedRound } from '../simulation/simulated-round';
import { both, heading } from './lines';

/** What of the rules the service does not carry out by itself, so that whoever sets up a round knows before. */
export function byHandLines({ rules }: SimulatedRound): string[] {
  const parts = keptByHand(rules);
  return [
    ...heading('十三、系统不自动办理、须由人办理的部分', '13 What the service leaves to people'),
    ...(parts.length === 0
      ? ['  无 nothing']
      : parts.flatMap(({ pointer, words }) => [`  ${pointer}`, ...both(words, 4)])),
  ];
}
