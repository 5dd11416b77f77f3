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
import type { Day } from '../../../kernel/day';
import { printInstant } from '../../../kernel/instant';
import { word } from '../../../kernel/wording';
import { IsDay } from '../../../platform/http/is-day.decorator';
import { MoneyRequest, MoneyView } from '../../../platform/http/money.dto';
import { Optional } from '../../../platform/http/optional.decorator';
import { PageRequest } from '../../../platform/http/page.dto';
import { Text } from '../../../platform/http/text.decorator';
import { NamedAttachmentRequest, NamedAttachments } from '../../../registers/attachments';
import { FundPartView } from '../tranches/tranche.dto';
import type { RepaymentSlip } from './enter-repayment';
import type { WantedRecovery } from './propose-recovery';
import type { RecoveryWithRepayments } from './recoveries.query';
import { recoveryFactsOf } from './recovery-book';
import { recoveryGrounds, type RecoveryEntity, type RecoveryGround } from './recovery.entity';
import { recoveryTransitions, type RecoveryState } from './recovery.transitions';
import { recoveryWordings } from './recovery.wordings';
import type { RepaymentEntity } from './repayment.entity';
import { repaymentTransitions, type RepaymentState } from './repayment.transitions';

export class ProposeRecoveryRequest {
  @ApiProperty({ description: 'At most what was paid' })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => MoneyRequest)
  amount!: MoneyRequest;

  @ApiProperty({ description: 'Stands in the letter to the party' })
  @Text(2, 1000)
  reason!: string;

  @ApiProperty({ minimum: 1, maximum: 365, description: 'Calendar days from the letter on' })
  @IsInt()
  @Min(1)
  @Max(365)
  payWithinDays!: number;

  /** What the request asks for. */
  static read({ amount, reason, payWithinDays }: ProposeRecoveryRequest): WantedRecovery {
    return { amountFen: MoneyRequest.fenOf(amount), reason, payWithinDays };
  }
}

export class RecoveryReasonRequest {
  @ApiProperty({ description: 'For the officers' })
  @Text(2, 1000)
  reason!: string;
}

export class RepaymentSlipRequest {
  @ApiProperty()
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => MoneyRequest)
  amount!: MoneyRequest;

  @ApiProperty({ example: 'HD2021-02-000031', description: 'Number of the bank’s slip' })
  @Matches(/^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$/)
  number!: string;

  @ApiProperty({ format: 'date', example: '2021-02-03', description: 'The date on the slip' })
  @IsDay()
  receivedOn!: Day;

  /** The slip that the request speaks of. */
  static read({ amount, number, receivedOn }: RepaymentSlipRequest): RepaymentSlip {
    return { amountFen: MoneyRequest.fenOf(amount), number, receivedOn };
  }
}

export class EnterRepaymentRequest extends RepaymentSlipRequest {
  @NamedAttachments()
  attachments?: NamedAttachmentRequest[];
}

export class ListRecoveriesRequest extends PageRequest {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  projectId?: string;

  @ApiProperty({ required: false, enum: recoveryTransitions.states })
  @Optional()
  @IsIn(recoveryTransitions.states)
  state?: RecoveryState;
}

export class RecoveryView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) projectId!: string;
  @ApiProperty({ format: 'uuid' }) partyId!: string;
  @ApiProperty({ enum: recoveryTransitions.states }) state!: RecoveryState;
  @ApiProperty({ enum: recoveryGrounds }) ground!: RecoveryGround;
  @ApiProperty({ type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ type: MoneyView, description: 'What has come back and was confirmed' })
  returned!: MoneyView;
  @ApiProperty({
    type: [FundPartView],
    nullable: true,
    description: 'What each fund gets back in all; known once it is decided',
  })
  parts!: FundPartView[] | null;
  @ApiProperty() reason!: string;
  @ApiProperty() payWithinDays!: number;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The last day' })
  payBy!: string | null;
  @ApiProperty({ format: 'uuid' }) proposedBy!: string;
  @ApiProperty({ format: 'date-time' }) proposedAt!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) decidedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) refusalReason!: string | null;
  @ApiProperty() version!: number;

  static of(recovery: RecoveryEntity): RecoveryView {
    const { id, projectId, partyId, state, ground, reason, payWithinDays, payBy } = recovery;
    const { proposedBy, decidedBy, decidedAt, refusalReason, parts, version } = recovery;
    return {
      ...{ id, projectId, partyId, state, ground, reason, payWithinDays, payBy },
      ...{ proposedBy, decidedBy, refusalReason, version },
      amount: MoneyView.of(recovery.amountFen),
      returned: MoneyView.of(recovery.returnedFen),
      parts: parts?.map((part) => FundPartView.of(part)) ?? null,
      proposedAt: printInstant(recovery.proposedAt),
      decidedAt: decidedAt === null ? null : printInstant(decidedAt),
    };
  }
}

export class RepaymentView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) recoveryId!: string;
  @ApiProperty({ enum: repaymentTransitions.states }) state!: RepaymentState;
  @ApiProperty({
    type: MoneyView,
    nullable: true,
    description:
      'Until it is confirmed only whoever entered it sees the slip: the second one types it from the paper',
  })
  amount!: MoneyView | null;
  @ApiProperty({ type: String, nullable: true }) number!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) receivedOn!: string | null;
  @ApiProperty({ format: 'date-time' }) enteredAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) checkedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was rejected' })
  reason!: string | null;
  @ApiProperty() version!: number;

  static of(repayment: RepaymentEntity, readerId: string): RepaymentView {
    const { id, recoveryId, state, reason, version, amountFen, number, receivedOn } = repayment;
    const isShown = state !== 'entered' || repayment.makerId === readerId;
    return {
      ...{ id, recoveryId, state, reason, version },
      amount: isShown ? MoneyView.of(amountFen) : null,
      number: isShown ? number : null,
      receivedOn: isShown ? receivedOn : null,
      enteredAt: printInstant(repayment.enteredAt),
      checkedAt: repayment.checkedAt === null ? null : printInstant(repayment.checkedAt),
    };
  }
}

export class LetterTextView {
  @ApiProperty() title!: string;
  @ApiProperty() body!: string;
}

/** The letter 追回资金通知书 as the party gets it. */
export class LetterView {
  @ApiProperty({ type: LetterTextView }) zh!: LetterTextView;
  @ApiProperty({ type: LetterTextView }) en!: LetterTextView;
}

export class RecoveryWithRepaymentsView extends RecoveryView {
  @ApiProperty({ type: LetterView, nullable: true, description: 'Null until it was decided' })
  letter!: LetterView | null;
  @ApiProperty({ type: [RepaymentView] }) repayments!: RepaymentView[];

  static with(read: RecoveryWithRepayments, readerId: string): RecoveryWithRepaymentsView {
    const { recovery, repayments } = read;
    return {
      ...RecoveryView.of(recovery),
      letter: letterOf(read),
      repayments: repayments.map((repayment) => RepaymentView.of(repayment, readerId)),
    };
  }
}

export class RecoveryPage {
  @ApiProperty({ type: [RecoveryView] }) items!: RecoveryView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

/** As it was sent: with the whole amount, whatever has come back since. */
function letterOf({ recovery, title }: RecoveryWithRepayments): LetterView | null {
  if (recovery.payBy === null) return null;
  const facts = recoveryFactsOf({ title }, { ...recovery, returnedFen: 0n });
  const { letter } = recoveryWordings;
  return { zh: word(letter, facts, 'zh-CN'), en: word(letter, facts, 'en') };
}
