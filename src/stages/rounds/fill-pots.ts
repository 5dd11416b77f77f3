import type { FundPot } from '../../rules';
import type { PotFund } from './round.entity';
import { refuseRounds } from './round.refusals';

/** A pot of the rule set with the fund named for it. */
export interface FilledPot {
  readonly pot: FundPot;
  readonly fundId: string;
}

/**
 * Puts the funds to the pots of a rule set, one for each, in the order of the rule set.
 * @throws ROUNDS.POTS_DIFFER with the first code that has no fund, two, or no pot
 */
export function fillPots(funding: readonly FundPot[], given: readonly PotFund[]): FilledPot[] {
  const codes = given.map(({ code }) => code);
  const twice = codes.find((code, i) => codes.indexOf(code) < i);
  const unknown = codes.find((code) => !funding.some((pot) => pot.code === code));
  const wrong = twice ?? unknown;
  if (wrong !== undefined) throw refuseRounds('ROUNDS.POTS_DIFFER', { code: wrong }, '/pots');
  return funding.map((pot) => {
    const fund = given.find(({ code }) => code === pot.code);
    if (fund === undefined) {
      throw refuseRounds('ROUNDS.POTS_DIFFER', { code: pot.code }, '/pots');
    }
    return { pot, fundId: fund.fundId };
  });
}
