import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { printInstant } from '../../kernel/instant';
import { MoneyView } from '../../platform/http/money.dto';
import { Optional } from '../../platform/http/optional.decorator';
import { PageRequest } from '../../platform/http/page.dto';
import { Line } from '../../platform/http/text.decorator';
import type { AmendmentEntity } from './amendments/amendment.entity';
import {
  contractSides,
  type ContractEntity,
  type ContractSide,
  type ContractSignatureEntity,
} from './contract.entity';
import type { FilingEntity } from './filing/filing.entity';
import { contractTransitions, type ContractState } from './contract.transitions';

export class SignContractRequest {
  @ApiProperty({
    description: 'The digest of the contract as it was read',
    pattern: '^[0-9a-f]{64}$',
  })
  @Matches(/^[0-9a-f]{64}$/)
  documentDigest!: string;
}

export class FileContractRequest {
  @ApiProperty({ example: '穗财采备2020-0113', description: 'The number under which it is kept' })
  @Line(1, 80)
  number!: string;
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

  static of({ side, personId, signedAt }: Omit<SignatureView, 'signedAt'> & { signedAt: Date }) {
    return { side, personId, signedAt: printInstant(signedAt) };
  }
}

export class ContractVersionView {
  @ApiProperty({ description: 'The contract as it was first signed is 1' }) number!: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) amendmentId!: string | null;
  @ApiProperty({ type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ type: Object }) document!: object;
  @ApiProperty() digest!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) inForceAt!: string | null;
}

export class FilingView {
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'date-time' }) filedAt!: string;
}

export class ContractView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) awardId!: string;
  @ApiProperty({ format: 'uuid' }) roundId!: string;
  @ApiProperty({ format: 'uuid' }) partyId!: string;
  @ApiProperty({ type: MoneyView, description: 'As the contract stands' }) amount!: MoneyView;
  @ApiProperty({
    type: Object,
    description:
      'yichuang/contract/1 as it stands: lines with own funds, activities, indicators, tranches',
  })
  document!: object;
  @ApiProperty({ description: 'SHA-256 of the document’s canonical JSON (RFC 8785), in hex' })
  digest!: string;
  @ApiProperty({ enum: contractTransitions.states }) state!: ContractState;
  @ApiProperty({ type: [SignatureView], description: 'Under the contract as it was first signed' })
  signatures!: SignatureView[];
  @ApiProperty({ type: [ContractVersionView], description: 'All versions, the standing one last' })
  versions!: ContractVersionView[];
  @ApiProperty({ format: 'date-time' }) drawnAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) signedAt!: string | null;
  @ApiProperty({ type: FilingView, nullable: true, description: 'Where a copy was filed' })
  filing!: FilingView | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty() version!: number;

  /** @param amendments those in force, in order */
  static of(
    contract: ContractEntity,
    signatures: readonly ContractSignatureEntity[],
    amendments: readonly AmendmentEntity[],
    filing: FilingEntity | null,
  ): ContractView {
    const { id, awardId, roundId, partyId, state, reason, version } = contract;
    const versions = versionsOf(contract, amendments);
    const { amount, document, digest } = versions.at(-1)!;
    return {
      ...{ id, awardId, roundId, partyId, document, digest, state, reason, version, amount },
      signatures: signatures.map((signature) => SignatureView.of(signature)),
      versions,
      filing:
        filing === null ? null : { number: filing.number, filedAt: printInstant(filing.filedAt) },
      drawnAt: printInstant(contract.drawnAt),
      signedAt: contract.signedAt === null ? null : printInstant(contract.signedAt),
    };
  }
}

function versionsOf(
  { amountFen, document, digest, signedAt }: ContractEntity,
  amendments: readonly AmendmentEntity[],
): ContractVersionView[] {
  const first = { amountFen, document, digest, inForceAt: signedAt, number: 1, id: null };
  return [first, ...amendments].map((version) => ({
    number: version.number,
    amendmentId: version.id,
    amount: MoneyView.of(version.amountFen),
    document: version.document,
    digest: version.digest,
    inForceAt: version.inForceAt === null ? null : printInstant(version.inForceAt),
  }));
}

export class ContractPage {
  @ApiProperty({ type: [ContractView] }) items!: ContractView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
