import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import { toInstant } from '../../kernel/instant';
import { digestOf } from '../../platform/crypto/digest';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import type { Json } from '../../platform/record/domain-event';
import { Funds } from '../../registers/funds';
import { Inbox } from '../../registers/inbox';
import { People } from '../../registers/people';
import { parseRuleSet, type LotRules, type RuleSet } from '../../rules';
import { fillPots, type FilledPot } from './fill-pots';
import type { LotEntity } from './lot.entity';
import { lotTransitions } from './lot.transitions';
import type { ProgrammeEntity } from './programme.entity';
import type { PotFund, RoundEntity } from './round.entity';
import { refuseRounds } from './round.refusals';
import { RoundRepository } from './round.repository';
import { roundTransitions } from './round.transitions';
import { roundWordings } from './round.wordings';

/** What is told of a new round. */
export interface NewRound {
  readonly programmeId: string;
  readonly code: string;
  readonly ruleSet: unknown;
  readonly pots: readonly PotFund[];
}

/** The name that a register of funds has for the source of a pot. */
const sourceOfFund: Readonly<Record<FilledPot['pot']['source'], string>> = {
  fiscal: 'fiscal',
  'welfare-lottery': 'welfare-lottery',
  'enterprise-donation': 'donation',
  foundation: 'foundation',
  crowdfunding: 'crowdfunding',
  'own-funds': 'own',
};

/** Draws up a round under a programme: its rule set, its funds, its lots. */
@Injectable()
export class CreateRound {
  constructor(
    private readonly repository: RoundRepository,
    private readonly funds: Funds,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, RulesRefused, ROUNDS.POTS_DIFFER, ROUNDS.FUND_SOURCE_DIFFERS,
   * ROUNDS.FUND_CURRENCY_DIFFERS, ROUNDS.CODE_TAKEN, PEOPLE.DUTIES_CONFLICT
   */
  async execute(ctx: Context, wanted: NewRound): Promise<RoundEntity> {
    const programme = await this.programmeOf(ctx, wanted.programmeId);
    const ruleSet = parseRuleSet(wanted.ruleSet);
    const pots = fillPots(ruleSet.funding, wanted.pots);
    for (const pot of pots) await this.requireFund(ctx, pot, ruleSet);
    const round = await this.insert(ctx, programme, wanted.code, ruleSet, pots);
    await this.people.noteDuty(ctx, ctx.personId, round.id, 'organizer');
    await this.tellApprovers(ctx, round);
    return round;
  }

  private async programmeOf(ctx: Context, programmeId: string): Promise<ProgrammeEntity> {
    const programme = requireFound(await this.repository.findProgramme(ctx, programmeId));
    ctx.require('round.create', { unitPath: programme.unitPath });
    return programme;
  }

  /** The fund of a pot has the money that the rules speak of: of its source, in their currency. */
  private async requireFund(
    ctx: Context,
    { pot: { code, source }, fundId }: FilledPot,
    { currency }: RuleSet,
  ): Promise<void> {
    const fund = await this.funds.get(ctx, fundId);
    const wanted = sourceOfFund[source];
    if (fund.source !== wanted) {
      const facts = { code, wanted, source: fund.source };
      throw refuseRounds('ROUNDS.FUND_SOURCE_DIFFERS', facts, '/pots');
    }
    if (fund.currency !== currency) {
      const facts = { code, wanted: currency, currency: fund.currency };
      throw refuseRounds('ROUNDS.FUND_CURRENCY_DIFFERS', facts, '/pots');
    }
  }

  private async insert(
    ctx: Context,
    programme: ProgrammeEntity,
    code: string,
    ruleSet: RuleSet,
    pots: readonly FilledPot[],
  ): Promise<RoundEntity> {
    const round: RoundEntity = {
      id: newId(),
      programmeId: programme.id,
      unitId: programme.unitId,
      unitPath: programme.unitPath,
      code,
      state: roundTransitions.initial,
      revision: 1,
      pots: pots.map(({ pot, fundId }) => ({ code: pot.code, fundId })),
      createdBy: ctx.personId,
      createdAt: await ctx.now(),
      approvedBy: null,
      approvedAt: null,
      announcedAt: null,
      endedAt: null,
      moneyReturnedAt: null,
      cancelledBy: null,
      cancelReason: null,
      version: 1,
    };
    if (!(await this.repository.insert(ctx, round))) {
      throw refuseRounds('ROUNDS.CODE_TAKEN', { code }, '/code');
    }
    const digest = digestOf(ruleSet as unknown as Json);
    await this.repository.insertRevision(ctx, {
      roundId: round.id,
      revision: 1,
      document: ruleSet,
      digest,
      difference: [],
      reason: null,
      madeBy: round.createdBy,
      madeAt: round.createdAt,
    });
    await ctx.record({
      name: 'rounds.round-created',
      aggregate: { kind: 'round', id: round.id, version: 1 },
      move: null,
      roundId: round.id,
      body: { programmeId: programme.id, code, revision: 1, ruleSetDigest: digest },
      audience: { unitPaths: [round.unitPath] },
    });
    for (const lot of ruleSet.lots) await this.plan(ctx, round, ruleSet, lot);
    return round;
  }

  private async plan(
    ctx: Context,
    round: RoundEntity,
    { timetable }: RuleSet,
    { code, opensAt, closesAt }: LotRules,
  ): Promise<void> {
    const lot: LotEntity = {
      id: newId(),
      roundId: round.id,
      unitPath: round.unitPath,
      code,
      state: lotTransitions.initial,
      opensAt: toInstant(opensAt ?? timetable.callOpensAt),
      closesAt: toInstant(closesAt ?? timetable.callClosesAt),
      bidCount: null,
      bidsRoot: null,
      version: 1,
    };
    await this.repository.insertLot(ctx, lot);
    await ctx.record({
      name: 'rounds.lot-planned',
      aggregate: { kind: 'lot', id: lot.id, version: 1 },
      move: null,
      roundId: round.id,
      body: { roundId: round.id, code },
      audience: { unitPaths: [round.unitPath] },
    });
  }

  private async tellApprovers(ctx: Context, round: RoundEntity): Promise<void> {
    const subject = { kind: 'round', id: round.id };
    const facts = { round: round.code };
    await this.inbox.open(ctx, {
      kind: roundWordings.approve,
      subject,
      to: { duty: 'approver', scope: { kind: 'unit', id: round.unitId } },
      facts,
    });
    const approvers = await this.people.holdersAtUnit(ctx, 'approver', round.unitPath);
    await this.inbox.write(ctx, approvers, roundWordings.approve, subject, facts);
  }
}
