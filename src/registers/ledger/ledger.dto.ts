import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { printInstant } from '../../kernel/instant';
import type { Currency } from '../../kernel/money';
import { MoneyView } from '../../platform/http/money.dto';
import { PageRequest } from '../../platform/http/page.dto';
import type { LedgerAccountEntity } from './ledger-account.entity';
import type { LedgerTransferEntity } from './ledger-transfer.entity';
import { accountKinds, ledgerActs, type AccountKind, type LedgerAct } from './ledger-moves';

export class ReadLedgerRequest extends PageRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('7')
  roundId!: string;
}

export class LedgerAccountView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: accountKinds }) kind!: AccountKind;
  @ApiProperty({ format: 'uuid' }) fundId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) awardId!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The budget year; null of a source' })
  year!: number | null;
  @ApiProperty() balance!: MoneyView;

  static of(account: LedgerAccountEntity, currency: Currency): LedgerAccountView {
    const { id, kind, fundId, awardId, year, balanceFen } = account;
    return { id, kind, fundId, awardId, year, balance: MoneyView.of(balanceFen, currency) };
  }
}

export class LedgerTransferView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ledgerActs }) act!: LedgerAct;
  @ApiProperty({ format: 'uuid', description: 'Where the money leaves' }) debitAccountId!: string;
  @ApiProperty({ format: 'uuid', description: 'Where it arrives' }) creditAccountId!: string;
  @ApiProperty() amount!: MoneyView;
  @ApiProperty({ description: 'What was decided: `award`, `contract`, `payment`' })
  causeKind!: string;
  @ApiProperty({ format: 'uuid' }) causeId!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;

  static of(transfer: LedgerTransferEntity, currency: Currency): LedgerTransferView {
    const { id, act, debitAccountId, creditAccountId, causeKind, causeId } = transfer;
    return {
      id,
      act,
      debitAccountId,
      creditAccountId,
      amount: MoneyView.of(transfer.amountFen, currency),
      causeKind,
      causeId,
      at: printInstant(transfer.at),
    };
  }
}

/** A round's money: every account as it stands, and its transfers page by page. */
export class LedgerView {
  @ApiProperty({ type: [LedgerAccountView] }) accounts!: LedgerAccountView[];
  @ApiProperty({ type: [LedgerTransferView] }) items!: LedgerTransferView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
