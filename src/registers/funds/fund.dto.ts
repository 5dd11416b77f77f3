import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { printInstant } from '../../kernel/instant';
import { currencies, type Currency, type Fen } from '../../kernel/money';
import { AnyMoneyRequest, MoneyView } from '../../platform/http/money.dto';
import { Optional } from '../../platform/http/optional.decorator';
import { Line, Text } from '../../platform/http/text.decorator';
import type { FundBudgetEntity } from './fund-budget.entity';
import { yearFigures, type FundYear, type YearFigure } from './fund-years';
import { fundSources, type FundEntity, type FundSource } from './fund.entity';

export class CreateFundRequest {
  @ApiProperty({ required: false, format: 'uuid', description: 'Whose money; else the top unit' })
  @Optional()
  @IsUUID('7')
  unitId?: string;

  @ApiProperty({ example: 'lottery-2020', description: 'Short name, unique in the tenant' })
  @Matches(/^[a-z][a-z0-9-]{1,39}$/)
  code!: string;

  @ApiProperty({ example: '福利彩票公益金' })
  @Line(2, 100)
  name!: string;

  @ApiProperty({ enum: fundSources })
  @IsIn(fundSources)
  source!: FundSource;

  @ApiProperty({
    required: false,
    enum: currencies,
    default: 'CNY',
    description: 'Of all its money',
  })
  @Optional()
  @IsIn(currencies)
  currency?: Currency;

  @ApiProperty({ required: false, example: '扶老、助残、救孤、济困' })
  @Optional()
  @Text(2, 200)
  earmark?: string;
}

export class AddBudgetRequest {
  @ApiProperty({ minimum: 2000, maximum: 2100 })
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;

  @ApiProperty({ description: 'In the currency of the fund' })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => AnyMoneyRequest)
  amount!: AnyMoneyRequest;
}

export class BudgetView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) fundId!: string;
  @ApiProperty() year!: number;
  @ApiProperty() amount!: MoneyView;
  @ApiProperty({ format: 'date-time' }) decidedAt!: string;
  @ApiProperty() version!: number;

  static of(
    { id, fundId, year, amountFen, decidedAt, version }: FundBudgetEntity,
    { currency }: Pick<FundEntity, 'currency'>,
  ): BudgetView {
    return {
      id,
      fundId,
      year,
      amount: MoneyView.of(amountFen, currency),
      decidedAt: printInstant(decidedAt),
      version,
    };
  }
}

export class FundView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: fundSources }) source!: FundSource;
  @ApiProperty({ enum: currencies, description: 'Of all its money' }) currency!: Currency;
  @ApiProperty({ type: String, nullable: true }) earmark!: string | null;
  @ApiProperty() version!: number;

  static of(fund: FundEntity): FundView {
    const { id, unitId, code, name, source, currency, earmark, version } = fund;
    return { id, unitId, code, name, source, currency, earmark, version };
  }
}

/** A budget year of a fund: budget + carriedIn − lapsed − carriedOut is what the rest adds up to. */
export class FundYearView {
  @ApiProperty() year!: number;
  @ApiProperty({ description: 'Whether nothing draws on it any more' }) isClosed!: boolean;
  @ApiProperty() budget!: MoneyView;
  @ApiProperty({ description: 'From the year before, award by award' }) carriedIn!: MoneyView;
  @ApiProperty({ description: 'Back at the source' }) lapsed!: MoneyView;
  @ApiProperty({ description: 'Into the next year' }) carriedOut!: MoneyView;
  @ApiProperty({ description: 'In the fund: no round has got it' }) fund!: MoneyView;
  @ApiProperty({ description: 'In the pots of rounds' }) available!: MoneyView;
  @ApiProperty() reserved!: MoneyView;
  @ApiProperty() committed!: MoneyView;
  @ApiProperty() due!: MoneyView;
  @ApiProperty() paid!: MoneyView;
  @ApiProperty({ description: 'Asked back of parties' }) receivable!: MoneyView;
  @ApiProperty({ description: 'Given back by parties' }) returned!: MoneyView;

  static of(
    { year, isClosed, fen }: FundYear,
    { currency }: Pick<FundEntity, 'currency'>,
  ): FundYearView {
    const figures = yearFigures.map(
      (figure) => [figure, MoneyView.of(fen[figure], currency)] as const,
    );
    return { year, isClosed, ...(Object.fromEntries(figures) as Record<YearFigure, MoneyView>) };
  }
}

/** A fund with its budgets, what of them no round has got yet, and its years. */
export class ListedFundView extends FundView {
  @ApiProperty({ type: [BudgetView] }) budgets!: BudgetView[];
  @ApiProperty() unallocated!: MoneyView;
  @ApiProperty({ type: [FundYearView] }) years!: FundYearView[];

  static withMoney(
    fund: FundEntity,
    budgets: readonly FundBudgetEntity[],
    unallocatedFen: Fen,
    years: readonly FundYear[],
  ): ListedFundView {
    return {
      ...FundView.of(fund),
      budgets: budgets
        .filter(({ fundId }) => fundId === fund.id)
        .map((one) => BudgetView.of(one, fund)),
      unallocated: MoneyView.of(unallocatedFen, fund.currency),
      years: years
        .filter(({ fundId }) => fundId === fund.id)
        .map((one) => FundYearView.of(one, fund)),
    };
  }
}

export class FundPage {
  @ApiProperty({ type: [ListedFundView] }) items!: ListedFundView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
