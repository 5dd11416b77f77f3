import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsUUID, Matches } from 'class-validator';
import { Optional } from '../../platform/http/optional.decorator';
import { IsDay } from '../../platform/http/is-day.decorator';
import type { ExpertEntity } from './expert.entity';
import type { ExpertLeaveEntity } from './expert-leave.entity';
import { tieKinds, type ExpertTieEntity, type TieKind } from './expert-tie.entity';

const MAX_FIELDS = 20;

export class RegisterExpertRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('7')
  personId!: string;

  @ApiProperty({
    type: [String],
    example: ['social-work', 'finance'],
    minItems: 1,
    maxItems: MAX_FIELDS,
    description: 'Codes of fields, as the seats of rule sets name them',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_FIELDS)
  @Matches(/^[a-z][a-z0-9-]{0,39}$/, { each: true })
  fields!: string[];

  @ApiProperty({ required: false, format: 'uuid', description: 'The party that employs them' })
  @Optional()
  @IsUUID('7')
  employerPartyId?: string;
}

export class DeclareTieRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('7')
  partyId!: string;

  @ApiProperty({ enum: tieKinds })
  @IsIn(tieKinds)
  kind!: TieKind;

  @ApiProperty({ format: 'date' })
  @IsDay()
  from!: string;

  @ApiProperty({
    required: false,
    format: 'date',
    description: 'The last day; none while it lasts',
  })
  @Optional()
  @IsDay()
  until?: string;
}

export class TakeLeaveRequest {
  @ApiProperty({ format: 'date', description: 'The first day away' })
  @IsDay()
  from!: string;

  @ApiProperty({ format: 'date', description: 'The last day away' })
  @IsDay()
  until!: string;
}

export class TieView {
  @ApiProperty({ format: 'uuid' }) partyId!: string;
  @ApiProperty({ enum: tieKinds }) kind!: TieKind;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) until!: string | null;
}

export class LeaveView {
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) until!: string;
}

export class ExpertView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty({ type: [String] }) fields!: string[];
  @ApiProperty() version!: number;

  static of({ id, personId, fields, version }: ExpertEntity): ExpertView {
    return { id, personId, fields, version };
  }
}

/** An expert with name, ties and leaves, as the list shows one. */
export class ListedExpertView extends ExpertView {
  @ApiProperty() name!: string;
  @ApiProperty({ type: [TieView] }) ties!: TieView[];
  @ApiProperty({ type: [LeaveView] }) leaves!: LeaveView[];

  static withAll(
    expert: ExpertEntity,
    name: string,
    ties: readonly ExpertTieEntity[],
    leaves: readonly ExpertLeaveEntity[],
  ): ListedExpertView {
    return {
      ...ExpertView.of(expert),
      name,
      ties: ties
        .filter(({ expertId }) => expertId === expert.id)
        .map(({ partyId, kind, fromDay, untilDay }) => {
          return { partyId, kind, from: fromDay, until: untilDay };
        }),
      leaves: leaves
        .filter(({ expertId }) => expertId === expert.id)
        .map(({ fromDay, untilDay }) => ({ from: fromDay, until: untilDay })),
    };
  }
}

export class ExpertPage {
  @ApiProperty({ type: [ListedExpertView] }) items!: ListedExpertView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
