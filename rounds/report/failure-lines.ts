import { leastBids, type BilingualText } from '../../src/rules';
import type { LotFailure } from '../simulation/play-lot';
import type { SimulatedRound } from '../simulation/simulated-round';
import { named } from './lines';

/** Lots without awards, by why. */
export function failureLines({ rules, lots }: SimulatedRound): string[] {
  const reasons: Readonly<Record<LotFailure, BilingualText>> = {
    'no-bids': { zh: '无人申报', en: 'nobody bid' },
    'too-few': {
      zh: `有效申报不足${leastBids(rules)}份，流标`,
      en: `fewer than ${leastBids(rules)} valid bids, so it fails`,
    },
    'none-qualified': { zh: '无人通过资格审查', en: 'nobody qualified' },
    'none-passed': { zh: '无人通过评审', en: 'nobody passed the review' },
    ended: { zh: '经裁定终止', en: 'ended by the decision of a person' },
  };
  return (Object.keys(reasons) as LotFailure[]).flatMap((failure) => {
    const failed = lots.filter((lot) => lot.failure === failure);
    if (failed.length === 0) return [];
    return [`  未立项的分包 lots without awards: ${failed.length} · ${named(reasons[failure])}`];
  });
}
