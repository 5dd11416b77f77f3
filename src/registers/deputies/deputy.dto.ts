import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { dutyCodes, type Duty } from '../../access/duties';
import { printInstant } from '../../kernel/instant';
import { IsMoment } from '../../platform/http/is-moment.decorator';
import { Optional } from '../../platform/http/optional.decorator';
import { Text } from '../../platform/http/text.decorator';
import { scopeKinds, type ScopeKind } from '../people';
import type { DeputyEntity } from './deputy.entity';

export class AppointDeputyRequest {
  @ApiProperty({ format: 'uuid', description: 'Who acts in your place' })
  @IsUUID('7')
  personId!: string;

  @ApiProperty({ required: false, format: 'date-time', description: 'Now, unless told' })
  @Optional()
  @IsMoment()
  fromAt?: string;

  @ApiProperty({ format: 'date-time', description: 'A year after the beginning at most' })
  @IsMoment()
  untilAt!: string;

  @ApiProperty({ example: '因公出差' })
  @Text(2, 1000)
  reason!: string;
}

export class DeputyView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) mandateId!: string;
  @ApiProperty({ format: 'uuid', description: 'Whose mandate it is' }) principalId!: string;
  @ApiProperty({ format: 'uuid', description: 'Who acts' }) personId!: string;
  @ApiProperty({ format: 'date-time' }) fromAt!: string;
  @ApiProperty({ format: 'date-time' }) untilAt!: string;
  @ApiProperty() reason!: string;
  @ApiProperty({ format: 'date-time' }) appointedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) endedBy!: string | null;
  @ApiProperty() version!: number;

  static of(deputy: DeputyEntity): DeputyView {
    const { id, mandateId, principalId, personId, reason, endedBy, version } = deputy;
    return {
      ...{ id, mandateId, principalId, personId },
      fromAt: printInstant(deputy.fromAt),
      untilAt: printInstant(deputy.untilAt),
      reason,
      appointedAt: printInstant(deputy.appointedAt),
      endedAt: deputy.endedAt === null ? null : printInstant(deputy.endedAt),
      ...{ endedBy, version },
    };
  }
}

export class ListedDeputyView extends DeputyView {
  @ApiProperty({ enum: dutyCodes }) duty!: Duty;
  @ApiProperty({ enum: scopeKinds }) scopeKind!: ScopeKind;
  @ApiProperty({ format: 'uuid' }) scopeId!: string;
}

export class DeputyPage {
  @ApiProperty({ type: [ListedDeputyView] }) items!: ListedDeputyView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
