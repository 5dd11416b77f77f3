import { parseAmount, printAmount, type Fen } from '../kernel/money';
import type { AmountRuleOf } from './grant-family';
import type { BilingualText } from './rule-set.types';
import { mostWithin } from './share-of';

/** Public money beside gifts. */
export interface MatchedGrant {
  readonly grantFen: Fen;
  readonly inputs: Readonly<Record<string, string>>;
  readonly arithmetic: string;
  readonly words: BilingualText;
}

/**
 * What the public side adds to gifts: their multiple up to a cap, or what is still lacking up to the lower cap for those without
 * gifts, whichever is more; never more than is lacking after the gifts. So with more gifts a project never has less in all,
 * though the public side may give less.
 * @param lackingFen what the budget lacks after the organization's own funds and before gifts
 * @source cn-dongguan-2011-r1, rounds.md 2.6: 1 : 2 up to 500,000; without gifts, or still short of the budget, up to 300,000
 */
export function matchGifts(
  { ratio, capWithGifts, capWithoutGifts }: AmountRuleOf<'gift-match'>,
  lackingFen: Fen,
  giftsFen: Fen,
): MatchedGrant {
  const openFen = giftsFen < lackingFen ? lackingFen - giftsFen : 0n;
  const multipleFen = mostWithin(giftsFen, ratio);
  const matchFen = lowest(multipleFen, parseAmount(capWithGifts), openFen);
  const topUpFen = lowest(parseAmount(capWithoutGifts), openFen);
  const isToppedUp = topUpFen > matchFen;
  const grantFen = isToppedUp ? topUpFen : matchFen;
  const [lacking, gifts, open, match, topUp, grant] = [
    ...[lackingFen, giftsFen, openFen, matchFen, topUpFen, grantFen],
  ].map(printAmount) as [string, string, string, string, string, string];
  return {
    grantFen,
    inputs: { asked: lacking, gifts, ratio, capWithGifts, capWithoutGifts },
    arithmetic: [
      `max(0, ${lacking} - ${gifts}) = ${open}`,
      `min(${gifts} × ${ratio}, ${capWithGifts}, ${open}) = ${match}`,
      `min(${capWithoutGifts}, ${open}) = ${topUp}`,
      `max(${match}, ${topUp}) = ${grant}`,
    ].join('; '),
    words: {
      zh: `预算缺口${lacking}元，定向捐助${gifts}元，尚缺${open}元。按捐助的${ratio}倍、上限${capWithGifts}元配套，为${match}元${
        isToppedUp ? `；在${capWithoutGifts}元以内补足，为${topUp}元` : ''
      }。`,
      en: `The budget lacks ${lacking} yuan; gifts of ${gifts} yuan leave ${open} yuan. A match of ${ratio} times the gifts, at most ${capWithGifts} yuan, is ${match} yuan${
        isToppedUp ? `; topped up to at most ${capWithoutGifts} yuan it is ${topUp} yuan` : ''
      }.`,
    },
  };
}

function lowest(...amounts: readonly Fen[]): Fen {
  return amounts.reduce((least, amount) => (amount < least ? amount : least));
}
