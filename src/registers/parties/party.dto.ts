import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { printInstant } from '../../kernel/instant';
import { IsDay } from '../../platform/http/is-day.decorator';
import { Optional } from '../../platform/http/optional.decorator';
import { Characters, Line } from '../../platform/http/text.decorator';
import {
  assessmentGrades,
  partyKinds,
  type AssessmentGrade,
  type PartyKind,
} from './party-kinds.rules';
import type { PartyEntity } from './party.entity';

export class RegisterPartyRequest {
  @ApiProperty({ enum: partyKinds })
  @IsIn(partyKinds)
  kind!: PartyKind;

  @ApiProperty({ example: '广州市番禺区乐悦社会工作服务中心' })
  @Characters(2, 100)
  name!: string;

  @ApiProperty({
    required: false,
    description: '统一社会信用代码 (GB 32100); registered organizations alone have one',
  })
  @Optional()
  @Line(0, 40)
  creditCode?: string;

  @ApiProperty({ required: false, format: 'date', description: 'By the certificate' })
  @Optional()
  @IsDay()
  registeredOn?: string;

  @ApiProperty({ required: false, enum: assessmentGrades })
  @Optional()
  @IsIn(assessmentGrades)
  assessmentGrade?: AssessmentGrade;

  @ApiProperty({
    required: false,
    format: 'date',
    description: 'The last day on which the grade is valid, by the certificate',
  })
  @Optional()
  @IsDay()
  assessmentValidUntil?: string;
}

export class ChangePayeeRequest {
  @ApiProperty({ description: 'The holder of the account' })
  @Characters(2, 100)
  name!: string;

  @ApiProperty({ pattern: '^[0-9]{8,32}$' })
  @Matches(/^[0-9]{8,32}$/)
  account!: string;

  @ApiProperty({ example: '中国农业银行广州番禺支行' })
  @Characters(2, 100)
  bank!: string;

  @ApiProperty({ description: '联行号 of the branch', pattern: '^[0-9]{12}$' })
  @Matches(/^[0-9]{12}$/)
  bankCode!: string;
}

export class VerifyPayeeRequest {
  @ApiProperty({
    pattern: '^[0-9]{8,32}$',
    description: 'The account once more, typed from the bank’s letter',
  })
  @Matches(/^[0-9]{8,32}$/)
  account!: string;
}

/** Where a party is paid, as far as it is shown. */
export class PayeeView {
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Its last four digits', example: '4321' }) accountEnding!: string;
  @ApiProperty() bank!: string;
  @ApiProperty() bankCode!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) verifiedAt!: string | null;

  static of(party: PartyEntity): PayeeView | null {
    const { payeeName, payeeAccount, payeeBank, payeeBankCode, payeeVerifiedAt } = party;
    if (!payeeName || !payeeAccount || !payeeBank || !payeeBankCode) return null;
    return {
      name: payeeName,
      accountEnding: payeeAccount.slice(-4),
      bank: payeeBank,
      bankCode: payeeBankCode,
      verifiedAt: payeeVerifiedAt === null ? null : printInstant(payeeVerifiedAt),
    };
  }
}

export class PartyView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: partyKinds }) kind!: PartyKind;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) creditCode!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) registeredOn!: string | null;
  @ApiProperty({ enum: assessmentGrades, nullable: true }) assessmentGrade!: AssessmentGrade | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  assessmentValidUntil!: string | null;
  @ApiProperty({ type: PayeeView, nullable: true }) payee!: PayeeView | null;
  @ApiProperty() version!: number;

  static of(party: PartyEntity): PartyView {
    const { id, kind, name, creditCode, registeredOn, assessmentGrade, version } = party;
    const { assessmentValidUntil } = party;
    return {
      id,
      kind,
      name,
      creditCode,
      registeredOn,
      assessmentGrade,
      assessmentValidUntil,
      payee: PayeeView.of(party),
      version,
    };
  }
}

export class PartyPage {
  @ApiProperty({ type: [PartyView] }) items!: PartyView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
