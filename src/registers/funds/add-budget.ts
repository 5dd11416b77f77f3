import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/id';
import { parseAmount } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Ledger, LedgerYears } from '../ledger';
import { FundBudgetEntity } from './fund-budget.entity';
import type { FundEntity } from './fund.entity';
import { refuseFunds } from './fund.refusals';
import { FundRepository } from './fund.repository';

/** An amount as it is given, with its currency. */
interface GivenMoney {
  readonly amount: string;
  readonly currency: string;
}

/** Gives a fund money for a year; what is decided is in the ledger at once. */
@Injectable()
export class AddBudget {
  constructor(
    private readonly repository: FundRepository,
    private readonly ledger: Ledger,
    private readonly years: LedgerYears,
  ) {}

  /** @throws ACCESS.NOT_FOUND, FUNDS.CURRENCY_DIFFERS, FUNDS.AMOUNT_ZERO, FUNDS.YEAR_CLOSED, LEDGER.TOO_LARGE */
  async execute(
    ctx: Context,
    fundId: string,
    year: number,
    { amount, currency: given }: GivenMoney,
  ): Promise<{ fund: FundEntity; budget: FundBudgetEntity }> {
    const fund = await this.repository.find(ctx, fundId);
    if (fund === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const { unitPath, currency } = fund;
    ctx.require('fund.budget', { unitPath });
    if (given !== currency) {
      throw refuseFunds('FUNDS.CURRENCY_DIFFERS', { currency, given }, '/amount/currency');
    }
    const amountFen = parseAmount(amount);
    if (amountFen === 0n) throw refuseFunds('FUNDS.AMOUNT_ZERO', {}, '/amount');
    const closed = (await this.years.lastClosed(ctx, [fundId])).get(fundId) ?? 0;
    if (year <= closed) throw refuseFunds('FUNDS.YEAR_CLOSED', { year }, '/year');
    const budget = Object.assign(new FundBudgetEntity(), {
      id: newId(),
      fundId,
      year,
      amountFen,
      decidedBy: ctx.personId,
      decidedAt: await ctx.now(),
      version: 1,
    });
    await this.repository.insertBudget(ctx, budget);
    const cause = { kind: 'budget', id: budget.id };
    await this.ledger.budget(ctx, { fundId, unitPath, year, amountFen, cause });
    await ctx.record({
      name: 'funds.budget-decided',
      aggregate: { kind: 'budget', id: budget.id, version: 1 },
      move: null,
      body: { fundId, year, amountFen: amountFen.toString() },
      audience: { unitPaths: [unitPath] },
    });
    return { fund, budget };
  }
}
