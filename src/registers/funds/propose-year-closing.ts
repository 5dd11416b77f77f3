import { Injectable } from '@nestjs/common';
import { dayOf, toDay } from '../../kernel/day';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import { requireFound } from '../../platform/http/require-found';
import { Inbox } from '../inbox';
import { refuseFunds } from './fund.refusals';
import { FundRepository } from './fund.repository';
import { fundWordings } from './fund.wordings';
import { FundYears } from './fund-years';
import { recordYearClosing } from './year-closing-events';
import type { YearClosingEntity } from './year-closing.entity';
import { YearClosingRepository } from './year-closing.repository';
import { yearClosingTransitions } from './year-closing.transitions';

/** The finance staff proposes to close a fund's budget year. By itself it changes nothing: an approver has to decide. */
@Injectable()
export class ProposeYearClosing {
  constructor(
    private readonly funds: FundRepository,
    private readonly years: FundYears,
    private readonly repository: YearClosingRepository,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, FUNDS.YEAR_RUNNING, FUNDS.YEAR_UNKNOWN, FUNDS.YEAR_CLOSED, FUNDS.EARLIER_YEAR_OPEN,
   * FUNDS.CLOSING_PROPOSED
   */
  async execute(ctx: Context, fundId: string, year: number): Promise<YearClosingEntity> {
    const fund = requireFound(await this.funds.find(ctx, fundId));
    const { unitId, unitPath } = fund;
    ctx.require('yearClosing.propose', { unitPath });
    const proposedAt = await ctx.now();
    const lastDay = toDay(`${year}-12-31`);
    if (dayOf(proposedAt) < lastDay) throw refuseFunds('FUNDS.YEAR_RUNNING', { lastDay }, '/year');
    await this.requireNext(ctx, fundId, year);
    const closing: YearClosingEntity = {
      ...{ id: newId(), fundId, unitId, unitPath, year },
      state: yearClosingTransitions.initial,
      proposedBy: ctx.personId,
      proposedAt,
      decidedBy: null,
      decidedAt: null,
      refusalReason: null,
      lapsedFen: null,
      carried: null,
      version: 1,
    };
    if (!(await this.repository.insert(ctx, closing))) throw refuseFunds('FUNDS.CLOSING_PROPOSED');
    await recordYearClosing(ctx, closing, null);
    await this.inbox.open(ctx, {
      kind: fundWordings.closeYear,
      subject: { kind: 'yearClosing', id: closing.id },
      to: { duty: 'approver', scope: { kind: 'unit', id: unitId } },
      facts: { fund: fund.name, year },
    });
    return closing;
  }

  /** Years are closed in their order, so that what is carried over always comes into an open one. */
  private async requireNext(ctx: Context, fundId: string, year: number): Promise<void> {
    const years = await this.years.of(ctx, [fundId]);
    const wanted = years.find((one) => one.year === year);
    if (wanted === undefined) throw refuseFunds('FUNDS.YEAR_UNKNOWN', { year }, '/year');
    if (wanted.isClosed) throw refuseFunds('FUNDS.YEAR_CLOSED', { year }, '/year');
    const earlier = years.find((one) => one.year < year && !one.isClosed);
    if (earlier !== undefined) {
      throw refuseFunds('FUNDS.EARLIER_YEAR_OPEN', { year: earlier.year }, '/year');
    }
  }
}
