import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import type { Day } from '../../../kernel/day';
import { printInstant } from '../../../kernel/instant';
import { IsDay } from '../../../platform/http/is-day.decorator';
import { Line, Text } from '../../../platform/http/text.decorator';
import { NamedAttachmentRequest, NamedAttachments } from '../../../registers/attachments';
import type { BilingualText, MonitoringDuty } from '../../../rules';
import type { DutyRecordEntity } from './duty-record.entity';
import type { ProjectDutyEntity } from './project-duty.entity';

type Evidence = NonNullable<MonitoringDuty['evidence']>[number];

const EVIDENCE: Evidence[] = [
  'sign-in-sheet',
  'photo',
  'video',
  'plan',
  'reflection',
  'spending',
  'receipt',
];

export class RecordDutyRequest {
  @ApiProperty({ example: 'income-sheet', description: 'The duty’s code in the rule set' })
  @Line(1, 60)
  code!: string;

  @ApiProperty({ format: 'date', example: '2020-08-06' })
  @IsDay()
  doneOn!: Day;

  @Text(2, 4000)
  note!: string;

  @ApiProperty({ enum: EVIDENCE, isArray: true, description: 'What is there; files are attached' })
  @IsArray()
  @ArrayMaxSize(EVIDENCE.length)
  @ArrayUnique()
  @IsIn(EVIDENCE, { each: true })
  evidence!: Evidence[];

  @NamedAttachments()
  attachments?: NamedAttachmentRequest[];
}

export class DutyRecordView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) projectId!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ format: 'date' }) doneOn!: Day;
  @ApiProperty() note!: string;
  @ApiProperty({ enum: EVIDENCE, isArray: true }) evidence!: Evidence[];
  @ApiProperty({ format: 'uuid' }) recordedBy!: string;
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;

  static of({ recordedAt, ...record }: DutyRecordEntity): DutyRecordView {
    const { id, projectId, code, doneOn, note, evidence, recordedBy } = record;
    return {
      ...{ id, projectId, code, doneOn, note, evidence, recordedBy },
      recordedAt: printInstant(recordedAt),
    };
  }
}

export class DutyRecordPage {
  @ApiProperty({ type: [DutyRecordView] }) items!: DutyRecordView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

/** A duty of a project, with how often it was done. */
export interface CountedDuty {
  readonly duty: ProjectDutyEntity;
  readonly done: number;
}

export class DutyView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: Object }) name!: BilingualText;
  @ApiProperty({ example: 'activity-record' }) kind!: MonitoringDuty['kind'];
  @ApiProperty({ enum: ['grantee', 'streetCentre', 'funder', 'evaluator', 'public'] })
  by!: MonitoringDuty['by'];
  @ApiProperty({ type: String, nullable: true, description: 'How often' })
  every!: MonitoringDuty['every'] | null;
  @ApiProperty({ enum: EVIDENCE, isArray: true, description: 'What has to be there' })
  evidence!: Evidence[];
  @ApiProperty({ type: Number, nullable: true, description: 'So long its files are kept' })
  keepYears!: number | null;
  @ApiProperty({ description: 'How often it was recorded' }) done!: number;
  @ApiProperty({ description: 'In how many periods it was not done' }) missed!: number;

  static of({ duty: { rules, missed }, done }: CountedDuty): DutyView {
    const { code, name, kind, by, every = null, evidence = [], keepYears = null } = rules;
    return { ...{ code, name, kind, by, every, evidence, keepYears }, done, missed };
  }
}
