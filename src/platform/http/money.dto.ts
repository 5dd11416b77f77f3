import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { currencies, parseAmount, printAmount, type Currency, type Fen } from '../../kernel/money';

const EXAMPLE = { example: '200000.00', pattern: '^(0|[1-9][0-9]{0,12})\\.[0-9]{2}$' };
const AMOUNT = /^(0|[1-9]\d{0,12})\.\d{2}$/;

/**
 * An amount in a request: yuan as text with exactly two decimals, never a number. Use with
 * `@IsObject()`, `@ValidateNested()` and `@Type(() => MoneyRequest)`.
 */
export class MoneyRequest {
  @ApiProperty(EXAMPLE)
  @Matches(AMOUNT)
  amount!: string;

  @ApiProperty({ enum: ['CNY'] })
  @IsIn(['CNY'])
  currency!: 'CNY';

  /** The amount in fen. */
  static fenOf({ amount }: MoneyRequest): Fen {
    return parseAmount(amount);
  }
}

/** An amount in a request where money may be in another currency than yuan; whoever takes it compares the currency. */
export class AnyMoneyRequest {
  @ApiProperty(EXAMPLE)
  @Matches(AMOUNT)
  amount!: string;

  @ApiProperty({ enum: currencies })
  @IsIn(currencies)
  currency!: Currency;
}

/** An amount in an answer. */
export class MoneyView {
  @ApiProperty({ example: '200000.00' }) amount!: string;
  @ApiProperty({ enum: currencies }) currency!: Currency;

  static of(amountFen: Fen, currency: Currency = 'CNY'): MoneyView {
    return { amount: printAmount(amountFen), currency };
  }
}
