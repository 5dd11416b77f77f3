import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { parseAmount, printAmount, type Fen } from '../../kernel/money';

/**
 * An amount in a request: yuan as text with exactly two decimals, never a number. Use with
 * `@IsObject()`, `@ValidateNested()` and `@Type(() => MoneyRequest)`.
 */
export class MoneyRequest {
  @ApiProperty({ example: '200000.00', pattern: '^(0|[1-9][0-9]{0,12})\\.[0-9]{2}$' })
  @Matches(/^(0|[1-9]\d{0,12})\.\d{2}$/)
  amount!: string;

  @ApiProperty({ enum: ['CNY'] })
  @IsIn(['CNY'])
  currency!: 'CNY';

  /** The amount in fen. */
  static fenOf({ amount }: MoneyRequest): Fen {
    return parseAmount(amount);
  }
}

/** An amount in an answer. */
export class MoneyView {
  @ApiProperty({ example: '200000.00' }) amount!: string;
  @ApiProperty({ enum: ['CNY'] }) currency!: 'CNY';

  static of(amountFen: Fen): MoneyView {
    return { amount: printAmount(amountFen), currency: 'CNY' };
  }
}
