import { ApiProperty } from '@nestjs/swagger';
import { printInstant } from '../../../kernel/instant';
import { IsMoment } from '../../../platform/http/is-moment.decorator';
import { Text } from '../../../platform/http/text.decorator';
import type { ExtensionEntity } from './extension.entity';
import { extensionTransitions, type ExtensionState } from './extension.transitions';

export class ProposeExtensionRequest {
  @ApiProperty({ format: 'date-time', description: 'Later than the deadline as it stands' })
  @IsMoment()
  callClosesAt!: string;

  @ApiProperty({ description: 'Published once it is approved' })
  @Text(2, 1000)
  reason!: string;
}

export class RefuseExtensionRequest {
  @ApiProperty({ description: 'For the officers' })
  @Text(2, 1000)
  reason!: string;
}

/** A deadline that was moved, as everybody may know it. */
export class PublicExtensionView {
  @ApiProperty({ format: 'date-time', description: 'The former deadline' }) from!: string;
  @ApiProperty({ format: 'date-time', description: 'The deadline from then on' }) to!: string;
  @ApiProperty() reason!: string;
  @ApiProperty({ description: 'The revision of the rules that it made' }) revision!: number;
  @ApiProperty({ format: 'date-time' }) approvedAt!: string;

  /** @param extension an approved one */
  static of({ fromInstant, toInstant, reason, revision, decidedAt }: ExtensionEntity) {
    return {
      from: printInstant(fromInstant),
      to: printInstant(toInstant),
      reason,
      revision: revision!,
      approvedAt: printInstant(decidedAt!),
    };
  }
}

export class ExtensionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) roundId!: string;
  @ApiProperty({ format: 'date-time', description: 'The deadline when it was proposed' })
  from!: string;
  @ApiProperty({ format: 'date-time', description: 'The deadline that is proposed' }) to!: string;
  @ApiProperty() reason!: string;
  @ApiProperty({ enum: extensionTransitions.states }) state!: ExtensionState;
  @ApiProperty({ format: 'uuid' }) proposedBy!: string;
  @ApiProperty({ format: 'date-time' }) proposedAt!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) decidedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) refusalReason!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The revision that it made' })
  revision!: number | null;
  @ApiProperty() version!: number;

  static of(extension: ExtensionEntity): ExtensionView {
    const { id, roundId, reason, state, proposedBy, decidedBy, decidedAt } = extension;
    const { refusalReason, revision, version } = extension;
    return {
      ...{ id, roundId, reason, state, proposedBy, decidedBy, refusalReason, revision, version },
      from: printInstant(extension.fromInstant),
      to: printInstant(extension.toInstant),
      proposedAt: printInstant(extension.proposedAt),
      decidedAt: decidedAt === null ? null : printInstant(decidedAt),
    };
  }
}
