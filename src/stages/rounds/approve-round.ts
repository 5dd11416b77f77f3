import { Injectable } from '@nestjs/common';
import { isAtOrAbove } from '../../access/decide';
import { printInstant, toInstant } from '../../kernel/instant';
import { parseAmount, printAmount } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { Funds } from '../../registers/funds';
import { Inbox } from '../../registers/inbox';
import { Ledger } from '../../registers/ledger';
import { People } from '../../registers/people';
import { Processes } from '../../registers/processes';
import type { RuleSet } from '../../rules';
import { fillPots } from './fill-pots';
import { requireFound } from '../../platform/http/require-found';
import type { RoundEntity } from './round.entity';
import { refuseRounds } from './round.refusals';
import { RoundRepository } from './round.repository';
import { roundTransitions } from './round.transitions';
import { roundWordings } from './round.wordings';

/** Approves a round: its money is set aside, its process begins, and its call opens when the rule set says. */
@Injectable()
export class ApproveRound {
  constructor(
    private readonly repository: RoundRepository,
    private readonly funds: Funds,
    private readonly ledger: Ledger,
    private readonly people: People,
    private readonly processes: Processes,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, ROUNDS.SAME_PERSON, ROUNDS.CALL_OVER, ROUNDS.FUND_BEYOND_REACH,
   * LEDGER.INSUFFICIENT,
   * PEOPLE.DUTIES_CONFLICT
   */
  async execute(ctx: Context, roundId: string): Promise<RoundEntity> {
    const round = requireFound(await this.repository.lock(ctx, roundId));
    ctx.require('round.approve', { unitPath: round.unitPath });
    ctx.matches(round.version);
    round.state = roundTransitions.next(round.state, 'approve');
    const drawnUp = { kind: 'round', id: roundId, version: 1 };
    if (await this.people.isSameHand(ctx, round.createdBy, drawnUp)) {
      throw refuseRounds('ROUNDS.SAME_PERSON');
    }
    const { document, digest } = await this.repository.revisionOf(ctx, round);
    round.approvedAt = await ctx.now();
    round.approvedBy = ctx.personId;
    round.version += 1;
    refuseOverdue(document, round.approvedAt);
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    await this.repository.update(ctx, round);
    const pots = await this.setAside(ctx, round, document);
    await this.begin(ctx, round, document);
    await ctx.record({
      name: 'rounds.round-approved',
      aggregate: { kind: 'round', id: roundId, version: round.version },
      move: 'approve',
      roundId,
      body: { revision: round.revision, ruleSetDigest: digest, pots },
      audience: { unitPaths: [round.unitPath] },
      nudges: [{ kind: 'round', id: roundId }],
    });
    return round;
  }

  private async setAside(ctx: Context, round: RoundEntity, { funding }: RuleSet) {
    const pots = fillPots(funding, round.pots);
    for (const { pot, fundId } of pots) {
      await this.requireOverFund(ctx, fundId);
      await this.ledger.openRound(ctx, {
        roundId: round.id,
        unitPath: round.unitPath,
        fundId,
        amountFen: parseAmount(pot.amount),
      });
    }
    return pots.map(({ pot, fundId }) => ({
      code: pot.code,
      fundId,
      amount: printAmount(parseAmount(pot.amount)),
    }));
  }

  /** Who sets a fund's money aside approves for the fund's unit too, not only for the round's. */
  private async requireOverFund(ctx: Context, fundId: string): Promise<void> {
    const fund = await this.funds.get(ctx, fundId);
    const { unitPaths } = ctx.reach('round.approve');
    if (unitPaths.some((path) => isAtOrAbove(path, fund.unitPath))) return;
    throw refuseRounds('ROUNDS.FUND_BEYOND_REACH', { fund: fund.code });
  }

  private async begin(ctx: Context, round: RoundEntity, ruleSet: RuleSet): Promise<void> {
    const process = { kind: 'round', id: round.id } as const;
    await this.processes.begin(ctx, process);
    await this.clocks.start(ctx, {
      rule: 'round.callOpens',
      article: `${ruleSet.code}/timetable/callOpensAt`,
      subject: { kind: 'round', id: round.id },
      process,
      from: toInstant(ruleSet.timetable.callOpensAt),
      count: { unit: 'instant' },
    });
    await this.inbox.done(ctx, roundWordings.approve, round.id);
  }
}

/** A lot whose deadline is over could not take a bid any more. */
function refuseOverdue({ lots, timetable }: RuleSet, now: Date): void {
  const deadlines = lots.map((lot) => toInstant(lot.closesAt ?? timetable.callClosesAt));
  const closesAt = deadlines.reduce((first, other) => (other < first ? other : first));
  if (now < closesAt) return;
  throw refuseRounds('ROUNDS.CALL_OVER', { closesAt: printInstant(closesAt) });
}
