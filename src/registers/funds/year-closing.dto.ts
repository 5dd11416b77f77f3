import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { printInstant } from '../../kernel/instant';
import type { Currency } from '../../kernel/money';
import { MoneyView } from '../../platform/http/money.dto';
import { Optional } from '../../platform/http/optional.decorator';
import { PageRequest } from '../../platform/http/page.dto';
import { Text } from '../../platform/http/text.decorator';
import type { CarriedMoney } from '../ledger';
import type { YearClosingEntity } from './year-closing.entity';
import { yearClosingTransitions, type YearClosingState } from './year-closing.transitions';

export class ProposeYearClosingRequest {
  @ApiProperty({ minimum: 2000, maximum: 2100, description: 'The earliest that is not closed' })
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;
}

export class RefuseYearClosingRequest {
  @ApiProperty({ description: 'For the officers' })
  @Text(2, 1000)
  reason!: string;
}

export class ListYearClosingsRequest extends PageRequest {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  fundId?: string;
}

const carriedKinds = ['reserved', 'committed', 'due'] as const;

export class CarriedMoneyView {
  @ApiProperty({ format: 'uuid' }) roundId!: string;
  @ApiProperty({ format: 'uuid', description: 'The award, whose project has the same id' })
  awardId!: string;
  @ApiProperty({ enum: carriedKinds }) kind!: CarriedMoney['kind'];
  @ApiProperty({ type: MoneyView }) amount!: MoneyView;

  static of(
    { roundId, awardId, kind, amountFen }: CarriedMoney,
    currency: Currency,
  ): CarriedMoneyView {
    return { roundId, awardId, kind, amount: MoneyView.of(amountFen, currency) };
  }
}

export class YearClosingView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) fundId!: string;
  @ApiProperty() year!: number;
  @ApiProperty({ enum: yearClosingTransitions.states }) state!: YearClosingState;
  @ApiProperty({ format: 'uuid' }) proposedBy!: string;
  @ApiProperty({ format: 'date-time' }) proposedAt!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) decidedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) refusalReason!: string | null;
  @ApiProperty({ type: MoneyView, nullable: true, description: 'What went back to the source' })
  lapsed!: MoneyView | null;
  @ApiProperty({
    type: [CarriedMoneyView],
    nullable: true,
    description: 'What went on into the next year, award by award',
  })
  carried!: CarriedMoneyView[] | null;
  @ApiProperty() version!: number;

  /** @param currency of its fund */
  static of(closing: YearClosingEntity, currency: Currency): YearClosingView {
    const { id, fundId, year, state, proposedBy, decidedBy, decidedAt, version } = closing;
    const { refusalReason, lapsedFen, carried } = closing;
    return {
      ...{ id, fundId, year, state, proposedBy, decidedBy, refusalReason, version },
      proposedAt: printInstant(closing.proposedAt),
      decidedAt: decidedAt === null ? null : printInstant(decidedAt),
      lapsed: lapsedFen === null ? null : MoneyView.of(lapsedFen, currency),
      carried: carried?.map((money) => CarriedMoneyView.of(money, currency)) ?? null,
    };
  }
}

export class YearClosingPage {
  @ApiProperty({ type: [YearClosingView] }) items!: YearClosingView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
