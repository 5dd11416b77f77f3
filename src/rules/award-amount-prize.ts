import { parseAmount, type Fen } from '../kernel/money';
import type { AwardedBid, AwaitedFact } from './award-facts';
import { prizesFor } from './grant-amount-ceilings';
import { awaited, type KnownAmount, type LateFamily } from './late-amount';
import type { Prize } from './rule-set.types';

/** A prize with the rank that its ranks are about; undefined while it is not known. */
interface RankedPrize {
  readonly prize: Prize;
  readonly kind: Extract<AwaitedFact, 'rank' | 'rank-in-category'>;
  readonly rank: number | undefined;
}

/**
 * The best prize for the rank of the bid, in its lot or among the bids of its category; none beyond the ranks that have one.
 * @source cn-nanshan-2020, cn-national-contest-2020
 */
export const prizeWon: LateFamily<'prize-by-rank'> = (rule, { bid }) => {
  const prizes = prizesFor(rule, bid).map((prize) => ranked(prize, bid));
  const awaits = new Set(prizes.filter(({ rank }) => rank === undefined).map(({ kind }) => kind));
  if (awaits.size > 0) {
    return awaited([...awaits], { zh: '奖金待名次确定。', en: 'The prize waits for the ranking.' });
  }
  const won = prizes.filter(({ prize, rank }) => prize.from <= rank! && rank! <= prize.to);
  const best = won.reduce<RankedPrize | null>(
    (better, next) => (better === null || fenOf(next) > fenOf(better) ? next : better),
    null,
  );
  return best === null ? withoutPrize(bid) : withPrize(best);
};

function ranked(prize: Prize, { rank, rankInCategory }: AwardedBid): RankedPrize {
  return prize.category === undefined
    ? { prize, kind: 'rank', rank }
    : { prize, kind: 'rank-in-category', rank: rankInCategory };
}

function withPrize({ prize, kind, rank }: RankedPrize): KnownAmount {
  const { from, to, amount } = prize;
  const among =
    kind === 'rank'
      ? { zh: '名次', en: 'Its rank' }
      : { zh: '所在类别内的名次', en: 'Its rank in its category' };
  return {
    state: 'known',
    amountFen: parseAmount(amount),
    inputs: { [kind]: String(rank), from: String(from), to: String(to), prize: amount },
    arithmetic: `${from} ≤ ${rank} ≤ ${to}; ${amount}`,
    words: {
      zh: `${among.zh}为第${rank}，第${from}至第${to}名的奖金为${amount}元。`,
      en: `${among.en} is ${rank}; the prize for ranks ${from} to ${to} is ${amount} yuan.`,
    },
  };
}

function withoutPrize({ rank, rankInCategory }: AwardedBid): KnownAmount {
  return {
    state: 'known',
    amountFen: 0n,
    inputs: {
      ...(rank !== undefined && { rank: String(rank) }),
      ...(rankInCategory !== undefined && { 'rank-in-category': String(rankInCategory) }),
    },
    arithmetic: '0.00',
    words: { zh: '该名次没有奖金。', en: 'There is no prize for its rank.' },
  };
}

function fenOf({ prize }: RankedPrize): Fen {
  return parseAmount(prize.amount);
}
