import type { VoteOffStanding } from './award-finding';
import type { Comparison } from './award-words';
import type { VoteOff } from './rule-set.types';

/** Why a bid is not awarded where there is a vote-off: it waits for the outcome, lost, or is behind those who are in it. */
export function explainVoteOff(
  { direct, contested, winners }: VoteOff,
  { kind, no }: VoteOffStanding,
): Comparison & { readonly rule: string } {
  const inputs = {
    place: String(no),
    direct: String(direct),
    contested: String(contested),
    winners: String(winners),
  };
  const isIn = `${direct} < ${no} ≤ ${direct} + ${contested}`;
  switch (kind) {
    case 'awaits':
      return {
        ...{ rule: '/award/contested', inputs, arithmetic: isIn },
        words: {
          zh: `前${direct}名直接立项，其后${contested}名进入票决，从中立项${winners}个`,
          en: `the first ${direct} are awarded, the next ${contested} are in a vote-off, and ${winners} of these are awarded`,
        },
      };
    case 'lost':
      return {
        ...{ rule: '/award/winners', inputs, arithmetic: isIn },
        words: {
          zh: `进入票决，${contested}名中立项${winners}个，未胜出`,
          en: `it was in the vote-off, of whose ${contested} bids ${winners} are awarded, and did not win`,
        },
      };
    case 'uncontested':
      return {
        ...{ rule: '/award/contested', inputs, arithmetic: `${no} > ${direct} + ${contested}` },
        words: {
          zh: `前${direct}名直接立项，其后${contested}名进入票决，其余不再立项`,
          en: `the first ${direct} are awarded, the next ${contested} are in a vote-off, and nobody else is`,
        },
      };
  }
}
