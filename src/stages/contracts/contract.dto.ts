import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { printInstant } from '../../kernel/instant';
import { MoneyView } from '../../platform/http/money.dto';
import { Optional } from '../../platform/http/optional.decorator';
import { PageRequest } from '../../platform/http/page.dto';
import {
  contractSides,
  type ContractEntity,
  type ContractSide,
  type ContractSignatureEntity,
} from './contract.entity';
import { contractTransitions, type ContractState } from './contract.transitions';

export class SignContractRequest {
  @ApiProperty({
    description: 'The digest of the contract as it was read',
    pattern: '^[0-9a-f]{64}$',
  })
  @Matches(/^[0-9a-f]{64}$/)
  documentDigest!: string;
}

export class ListContractsRequest extends PageRequest {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  roundId?: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  awardId?: string;

  @ApiProperty({ required: false, enum: contractTransitions.states })
  @Optional()
  @IsIn(contractTransitions.states)
  state?: ContractState;
}

export class SignatureView {
  @ApiProperty({ enum: contractSides }) side!: ContractSide;
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty({ format: 'date-time' }) signedAt!: string;
}

export class ContractView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) awardId!: string;
  @ApiProperty({ format: 'uuid' }) roundId!: string;
  @ApiProperty({ format: 'uuid' }) partyId!: string;
  @ApiProperty({ type: MoneyView }) amount!: MoneyView;
  @ApiProperty({
    type: Object,
    description: 'yichuang/contract/1: lines with own funds, activities, indicators, tranches',
  })
  document!: object;
  @ApiProperty({ description: 'SHA-256 of the document’s canonical JSON (RFC 8785), in hex' })
  digest!: string;
  @ApiProperty({ enum: contractTransitions.states }) state!: ContractState;
  @ApiProperty({ type: [SignatureView] }) signatures!: SignatureView[];
  @ApiProperty({ format: 'date-time' }) drawnAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) signedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty() version!: number;

  static of(
    contract: ContractEntity,
    signatures: readonly ContractSignatureEntity[],
  ): ContractView {
    const { id, awardId, roundId, partyId, document, digest, state, reason, version } = contract;
    return {
      ...{ id, awardId, roundId, partyId, document, digest, state, reason, version },
      amount: MoneyView.of(contract.amountFen),
      signatures: signatures.map(({ side, personId, signedAt }) => ({
        side,
        personId,
        signedAt: printInstant(signedAt),
      })),
      drawnAt: printInstant(contract.drawnAt),
      signedAt: contract.signedAt === null ? null : printInstant(contract.signedAt),
    };
  }
}

export class ContractPage {
  @ApiProperty({ type: [ContractView] }) items!: ContractView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
