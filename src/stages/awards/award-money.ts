import { Injectable } from '@nestjs/common';
import { parseAmount, printAmount, type Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { Ledger } from '../../registers/ledger';
import type { FundPot, Placement } from '../../rules';
import type { Round } from '../rounds';
import type { AwardEntity } from './award.entity';
import { AwardRepository } from './award.repository';
import { readDraws, storeDraws, type AwardDraw, type StoredDraw } from './stored-draw';

/** The money of awards: what a round has left for them, and what they hold in the ledger. */
@Injectable()
export class AwardMoney {
  constructor(
    private readonly ledger: Ledger,
    private readonly repository: AwardRepository,
  ) {}

  /**
   * The pots of a round with what is left in them: what the ledger has available, less what other awards are proposed to draw
   * and have not reserved yet.
   * @param except an award whose own proposal does not count against it
   */
  async potsLeft(ctx: Context, round: Round, except?: string): Promise<FundPot[]> {
    const left = new Map<string, Fen>();
    for (const { kind, fundId, balanceFen } of await this.ledger.balances(ctx, {
      roundId: round.id,
    })) {
      if (kind === 'available') left.set(fundId, balanceFen);
    }
    const proposed = await this.repository.ofRound(ctx, round.id, ['proposed']);
    for (const { draws } of proposed.filter(({ id }) => id !== except)) {
      for (const { fundId, amountFen, isBeyondPots } of readDraws(draws)) {
        if (isBeyondPots !== true) left.set(fundId, (left.get(fundId) ?? 0n) - amountFen);
      }
    }
    return round.ruleSet.funding.map((pot) => {
      const fundId = fundOf(round, pot.code);
      const inFund = left.get(fundId) ?? 0n;
      const amountFen = least(inFund > 0n ? inFund : 0n, parseAmount(pot.amount));
      // Two pots may be fed by one fund, which gives its money once.
      left.set(fundId, inFund - amountFen);
      return { ...pot, amount: printAmount(amountFen) };
    });
  }

  /**
   * Available → reserved, from every fund that the award draws on.
   * @throws LEDGER.INSUFFICIENT
   */
  async reserve(ctx: Context, award: AwardEntity): Promise<void> {
    for (const draw of readDraws(award.draws)) {
      await this.ledger.reserve(ctx, { ...draw, ...postingOf(award) });
    }
  }

  /** Reserved → available, to every fund that the award draws on; what was beyond the pots goes back to its fund. */
  async release(ctx: Context, award: AwardEntity): Promise<void> {
    for (const draw of readDraws(award.draws)) {
      const unreserve = () => this.ledger.unreserve(ctx, { ...draw, ...postingOf(award) });
      if (draw.isBeyondPots === true) await this.giveBack(ctx, award.roundId, draw, unreserve);
      else await unreserve();
    }
  }

  /** What was carried over from a closed year has gone to its source when it fell free, and not into the round. */
  private async giveBack(
    ctx: Context,
    roundId: string,
    { fundId }: AwardDraw,
    unreserve: () => Promise<void>,
  ): Promise<void> {
    const before = await this.availableIn(ctx, roundId, fundId);
    await unreserve();
    const amountFen = (await this.availableIn(ctx, roundId, fundId)) - before;
    if (amountFen > 0n) await this.ledger.narrowRound(ctx, { roundId, fundId, amountFen });
  }

  private async availableIn(ctx: Context, roundId: string, fundId: string): Promise<Fen> {
    const balances = await this.ledger.balances(ctx, { roundId });
    return balances
      .filter(({ kind, ...of }) => kind === 'available' && of.fundId === fundId)
      .reduce((sum, { balanceFen }) => sum + balanceFen, 0n);
  }

  /** Reserved → committed, from every fund that the award draws on. */
  async commit(ctx: Context, award: AwardEntity): Promise<void> {
    for (const draw of readDraws(award.draws)) {
      await this.ledger.commit(ctx, { ...draw, ...postingOf(award) });
    }
  }
}

/** Draws on pots as draws on the round's funds. */
export function drawsOnFunds(
  round: Round,
  draws: readonly { readonly fund: string; readonly amountFen: Fen }[],
): StoredDraw[] {
  return storeDraws(
    draws.map(({ fund, amountFen }) => ({ fundId: fundOf(round, fund), amountFen })),
  );
}

/**
 * What a placement draws on the round's funds. What is beyond the pots comes from the fund of the last of them that pays.
 */
export function placementDraws(
  round: Round,
  { draws, overrunFen }: Pick<Placement, 'draws' | 'overrunFen'>,
): StoredDraw[] {
  const stored = drawsOnFunds(round, draws);
  if (overrunFen === 0n) return stored;
  const { fundId } = stored.at(-1)!;
  return [...stored, { fundId, amountFen: overrunFen.toString(), isBeyondPots: true }];
}

function least(a: Fen, b: Fen): Fen {
  return a < b ? a : b;
}

function fundOf({ pots, id }: Round, code: string): string {
  const pot = pots.find((candidate) => candidate.code === code);
  if (pot === undefined) throw new Error(`the round ${id} has no fund for its pot ${code}`);
  return pot.fundId;
}

function postingOf({ id, roundId }: AwardEntity) {
  return { awardId: id, roundId, cause: { kind: 'award', id } };
}
