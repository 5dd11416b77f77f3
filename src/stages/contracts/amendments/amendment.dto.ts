import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsObject,
  Matches,
  ValidateNested,
} from 'class-validator';
import type { Day } from '../../../kernel/day';
import { printInstant } from '../../../kernel/instant';
import { IsDay } from '../../../platform/http/is-day.decorator';
import { MoneyRequest, MoneyView } from '../../../platform/http/money.dto';
import { Optional } from '../../../platform/http/optional.decorator';
import { Text } from '../../../platform/http/text.decorator';
import {
  CommissionActivityRequest,
  CommissionIndicatorRequest,
  CommissionLineRequest,
} from '../../awards';
import { SignatureView } from '../contract.dto';
import { contractSides, type ContractSide } from '../contract.entity';
import type { AmendedTerms } from './amended-document';
import type { AmendmentEntity, AmendmentSignatureEntity } from './amendment.entity';
import { amendmentTransitions, type AmendmentState } from './amendment.transitions';

const MAX_LINES = 60;

export class AmendmentChangesRequest {
  @ApiProperty({
    type: [CommissionLineRequest],
    required: false,
    description: 'All cost lines as they are to be',
  })
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CommissionLineRequest)
  budgetLines?: CommissionLineRequest[];

  @ApiProperty({ required: false, example: '0.00' })
  @Optional()
  @Matches(/^(0|[1-9]\d{0,12})\.\d{2}$/)
  ownFunds?: string;

  @ApiProperty({
    type: [CommissionActivityRequest],
    required: false,
    description: 'All activities as they are to be',
  })
  @Optional()
  @IsArray()
  @ArrayMaxSize(MAX_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CommissionActivityRequest)
  activities?: CommissionActivityRequest[];

  @ApiProperty({
    type: [CommissionIndicatorRequest],
    required: false,
    description: 'All indicators as they are to be',
  })
  @Optional()
  @IsArray()
  @ArrayMaxSize(MAX_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CommissionIndicatorRequest)
  indicators?: CommissionIndicatorRequest[];

  @ApiProperty({
    type: MoneyRequest,
    required: false,
    description: 'The grant as it is to be: the budget less own funds',
  })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => MoneyRequest)
  amount?: MoneyRequest;

  @ApiProperty({
    required: false,
    format: 'date',
    example: '2021-03-31',
    description: 'A later last day of the project',
  })
  @Optional()
  @IsDay()
  projectTo?: Day;
}

export class ProposeAmendmentRequest {
  @ApiProperty({ description: 'Part of the document that both sides sign' })
  @Text(2, 1000)
  reason!: string;

  @ApiProperty({
    type: AmendmentChangesRequest,
    description: 'What is to be different; what is left out stays as it is',
  })
  @IsObject()
  @ValidateNested()
  @Type(() => AmendmentChangesRequest)
  changes!: AmendmentChangesRequest;
}

/** The terms that a request asks for. */
export function termsOf({ amount, ...terms }: AmendmentChangesRequest): AmendedTerms {
  return { ...terms, ...(amount !== undefined && { amountFen: MoneyRequest.fenOf(amount) }) };
}

export class RefuseAmendmentRequest {
  @Text(2, 1000)
  reason!: string;
}

export class AmendmentView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) contractId!: string;
  @ApiProperty({ description: 'Which version of the contract it is, or would be; the first is 1' })
  number!: number;
  @ApiProperty({ enum: contractSides, description: 'The side that proposed it' })
  side!: ContractSide;
  @ApiProperty() reason!: string;
  @ApiProperty({ type: MoneyView }) amount!: MoneyView;
  @ApiProperty({
    type: Object,
    description:
      'yichuang/contract/1: the whole contract as it reads from then on, with the digest of the version it follows',
  })
  document!: object;
  @ApiProperty({ description: 'SHA-256 of the document’s canonical JSON (RFC 8785), in hex' })
  digest!: string;
  @ApiProperty({ enum: amendmentTransitions.states }) state!: AmendmentState;
  @ApiProperty({ format: 'uuid' }) proposedBy!: string;
  @ApiProperty({ format: 'date-time' }) proposedAt!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) decidedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) refusalReason!: string | null;
  @ApiProperty({ type: [SignatureView] }) signatures!: SignatureView[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) inForceAt!: string | null;
  @ApiProperty() version!: number;

  static of(
    amendment: AmendmentEntity,
    signatures: readonly AmendmentSignatureEntity[],
  ): AmendmentView {
    const { id, contractId, number, side, reason, document, digest, state } = amendment;
    const { proposedBy, decidedBy, decidedAt, refusalReason, inForceAt, version } = amendment;
    return {
      ...{ id, contractId, number, side, reason, document, digest, state },
      ...{ proposedBy, decidedBy, refusalReason, version },
      amount: MoneyView.of(amendment.amountFen),
      proposedAt: printInstant(amendment.proposedAt),
      decidedAt: decidedAt === null ? null : printInstant(decidedAt),
      signatures: signatures.map((signature) => SignatureView.of(signature)),
      inForceAt: inForceAt === null ? null : printInstant(inForceAt),
    };
  }
}

export class AmendmentPage {
  @ApiProperty({ type: [AmendmentView] }) items!: AmendmentView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
