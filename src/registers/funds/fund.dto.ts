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
import type { Fen } from '../../kernel/money';
import { MoneyRequest, MoneyView } from '../../platform/http/money.dto';
import { Optional } from '../../platform/http/optional.decorator';
import { Line, Text } from '../../platform/http/text.decorator';
import type { FundBudgetEntity } from './fund-budget.entity';
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

  @ApiProperty()
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => MoneyRequest)
  amount!: MoneyRequest;
}

export class BudgetView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) fundId!: string;
  @ApiProperty() year!: number;
  @ApiProperty() amount!: MoneyView;
  @ApiProperty({ format: 'date-time' }) decidedAt!: string;
  @ApiProperty() version!: number;

  static of({ id, fundId, year, amountFen, decidedAt, version }: FundBudgetEntity): BudgetView {
    return {
      id,
      fundId,
      year,
      amount: MoneyView.of(amountFen),
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
  @ApiProperty({ type: String, nullable: true }) earmark!: string | null;
  @ApiProperty() version!: number;

  static of({ id, unitId, code, name, source, earmark, version }: FundEntity): FundView {
    return { id, unitId, code, name, source, earmark, version };
  }
}

/** A fund with its budgets and what of them no round has got yet. */
export class ListedFundView extends FundView {
  @ApiProperty({ type: [BudgetView] }) budgets!: BudgetView[];
  @ApiProperty() unallocated!: MoneyView;

  static withMoney(
    fund: FundEntity,
    budgets: readonly FundBudgetEntity[],
    unallocatedFen: Fen,
  ): ListedFundView {
    return {
      ...FundView.of(fund),
      budgets: budgets.filter(({ fundId }) => fundId === fund.id).map((one) => BudgetView.of(one)),
      unallocated: MoneyView.of(unallocatedFen),
    };
  }
}

export class FundPage {
  @ApiProperty({ type: [ListedFundView] }) items!: ListedFundView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
