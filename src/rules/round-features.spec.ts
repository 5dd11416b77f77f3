import { parseRuleSet } from './rule-set';
import type { RuleSet } from './rule-set.types';
import { features, type Feature } from './round-features.fixture';
import { RulesRefused } from './rules.refusals';
import { smallRound } from './small-round.fixture';

/** Everything that is wrong with a document, of whatever kind. */
function faultsOf(document: RuleSet): string[] {
  try {
    parseRuleSet(document);
  } catch (error) {
    if (error instanceof RulesRefused)
      return error.faults.map((fault) => `${fault.pointer} ${fault.message}`);
    throw error;
  }
  return [];
}

const all = Object.entries<Feature>(features);

describe('a small round', () => {
  it.each(all)('stays one that can be run with %s', (_, feature) => {
    expect(faultsOf(smallRound(feature))).toEqual([]);
  });

  it('takes features of different parts together', () => {
    const { publishedSteps, channels, events, forwarding, potShares, tiers, ...others } = features;
    const { votesInScore, trimmedMean, shortlistAndPitch, partial, chainedTranches } = others;
    const { matchAndLimits, evaluationDays, duties, decisions, noticeAndChallenges } = others;
    const together = [
      ...[publishedSteps, channels, events, forwarding, potShares, tiers, votesInScore],
      ...[trimmedMean, shortlistAndPitch, partial, chainedTranches, matchAndLimits],
      ...[evaluationDays, duties, decisions, noticeAndChallenges],
    ];
    const rules = smallRound((small) => together.forEach((feature) => feature(small)));
    expect(faultsOf(rules)).toEqual([]);
  });
});
