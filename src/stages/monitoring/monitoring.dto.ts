import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Day } from '../../kernel/day';
import { printInstant } from '../../kernel/instant';
import { MoneyRequest, MoneyView } from '../../platform/http/money.dto';
import { IsDay } from '../../platform/http/is-day.decorator';
import { PageRequest } from '../../platform/http/page.dto';
import { Optional } from '../../platform/http/optional.decorator';
import { Line, Text } from '../../platform/http/text.decorator';
import { NamedAttachmentRequest, NamedAttachments } from '../../registers/attachments';
import { DutyView } from './duties/duty.dto';
import { daysLate, isLate, riskOf, type RiskSignal } from './lateness';
import { projectTransitions, type ProjectState } from './project.transitions';
import type { VisitedProject, WatchedProject } from './projects.query';
import type { ReportEntity } from './report.entity';
import { reportTransitions, type ReportState } from './report.transitions';
import { ProjectSanctionView } from './sanctions/sanction.dto';
import type { VisitEntity } from './visit.entity';

const MAX_PEOPLE = 10_000_000;
const MAX_ACTIVITIES = 100_000;

export class ProjectFiguresRequest {
  @ApiProperty({ minimum: 0, maximum: MAX_ACTIVITIES, description: 'Activities held so far' })
  @IsInt()
  @Min(0)
  @Max(MAX_ACTIVITIES)
  activitiesHeld!: number;

  @ApiProperty({ minimum: 0, maximum: MAX_PEOPLE, description: 'People served so far' })
  @IsInt()
  @Min(0)
  @Max(MAX_PEOPLE)
  headsServed!: number;

  @ApiProperty({ type: MoneyRequest, description: 'Spent of the whole budget so far' })
  @Type(() => MoneyRequest)
  @IsObject()
  @ValidateNested()
  spent!: MoneyRequest;
}

export class SubmitProjectReportRequest {
  @ApiProperty({ example: 'midterm', description: 'The report’s code in the rule set' })
  @Line(1, 60)
  code!: string;

  @Text(2, 8000)
  text!: string;

  @ApiProperty({ type: ProjectFiguresRequest })
  @Type(() => ProjectFiguresRequest)
  @IsObject()
  @ValidateNested()
  figures!: ProjectFiguresRequest;

  @NamedAttachments()
  attachments?: NamedAttachmentRequest[];
}

export class AcceptReportRequest {
  @ApiProperty({ example: 'midterm', description: 'The report’s code in the rule set' })
  @Line(1, 60)
  code!: string;

  @ApiProperty({
    type: MoneyRequest,
    description: 'What is accepted as spent of the grant so far, at most what the report says',
  })
  @Type(() => MoneyRequest)
  @IsDefined()
  @IsObject()
  @ValidateNested()
  spent!: MoneyRequest;
}

export class RecordVisitRequest {
  @ApiProperty({ format: 'date', example: '2020-08-06' })
  @IsDay()
  visitedOn!: Day;

  @Text(2, 4000)
  findings!: string;

  @ApiProperty({ minimum: 0, maximum: MAX_PEOPLE, description: 'People being served at the visit' })
  @IsInt()
  @Min(0)
  @Max(MAX_PEOPLE)
  headsServed!: number;

  @NamedAttachments()
  attachments?: NamedAttachmentRequest[];
}

export class ListProjectsRequest extends PageRequest {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  roundId?: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  partyId?: string;

  @ApiProperty({ required: false, enum: projectTransitions.states })
  @Optional()
  @IsIn(projectTransitions.states)
  state?: ProjectState;
}

export class ProjectFiguresView {
  @ApiProperty() activitiesHeld!: number;
  @ApiProperty() headsServed!: number;
  @ApiProperty({ type: MoneyView }) spent!: MoneyView;
}

export class ProjectReportView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) projectId!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ example: { zh: '中期报告', en: 'Mid-term report' } })
  name!: { zh: string; en: string };
  @ApiProperty({ format: 'date' }) dueOn!: Day;
  @ApiProperty({ enum: reportTransitions.states }) state!: ReportState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) submittedAt!: string | null;
  @ApiProperty({ description: 'It came after its last day' }) late!: boolean;
  @ApiProperty({ description: 'By so many calendar days it came late, or is late today' })
  daysLate!: number;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when it has counted as missing by the rules, also when it has come since',
  })
  missingSince!: string | null;
  @ApiProperty({ type: String, nullable: true }) text!: string | null;
  @ApiProperty({ type: ProjectFiguresView, nullable: true }) figures!: ProjectFiguresView | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) acceptedAt!: string | null;
  @ApiProperty({
    type: MoneyView,
    nullable: true,
    description: 'What was accepted as spent of the grant',
  })
  accepted!: MoneyView | null;
  @ApiProperty() version!: number;

  static of(report: ReportEntity, today: Day): ProjectReportView {
    const { id, projectId, code, name, dueOn, state, submittedAt, text, version } = report;
    const { missingSince, acceptedAt, acceptedFen } = report;
    return {
      ...{ id, projectId, code, name, dueOn, state },
      submittedAt: submittedAt === null ? null : printInstant(submittedAt),
      late: submittedAt !== null && isLate(dueOn, submittedAt),
      daysLate: daysLate(report, today),
      missingSince: missingSince === null ? null : printInstant(missingSince),
      text,
      figures: figuresOf(report),
      acceptedAt: acceptedAt === null ? null : printInstant(acceptedAt),
      accepted: acceptedFen === null ? null : MoneyView.of(acceptedFen),
      version,
    };
  }
}

function figuresOf({
  activitiesHeld,
  headsServed,
  spentFen,
}: ReportEntity): ProjectFiguresView | null {
  if (activitiesHeld === null || headsServed === null || spentFen === null) return null;
  return { activitiesHeld, headsServed, spent: MoneyView.of(spentFen) };
}

export class VisitView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) projectId!: string;
  @ApiProperty({ format: 'date' }) visitedOn!: Day;
  @ApiProperty({ format: 'uuid' }) visitedBy!: string;
  @ApiProperty() findings!: string;
  @ApiProperty() headsServed!: number;
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;
  @ApiProperty() version!: number;

  static of({ recordedAt, ...visit }: VisitEntity): VisitView {
    return { ...visit, recordedAt: printInstant(recordedAt) };
  }
}

export class RiskSignalView implements RiskSignal {
  @ApiProperty({ enum: ['report-late', 'report-missing'] }) code!: RiskSignal['code'];
  @ApiProperty({ description: 'The code of the report' }) report!: string;
  @ApiProperty({ format: 'date', description: 'The first day on which it was late' }) since!: Day;
  @ApiProperty({ description: 'It has come since' }) isOver!: boolean;
}

export class ProjectItemView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) contractId!: string;
  @ApiProperty({ format: 'uuid' }) partyId!: string;
  @ApiProperty({ format: 'uuid' }) roundId!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: projectTransitions.states }) state!: ProjectState;
  @ApiProperty({ format: 'date' }) startedOn!: Day;
  @ApiProperty({ format: 'date' }) endsOn!: Day;
  @ApiProperty({ type: [RiskSignalView] }) risk!: RiskSignalView[];
  @ApiProperty() version!: number;

  static of({ project, reports, today }: WatchedProject): ProjectItemView {
    const { id, contractId, partyId, roundId, unitId } = project;
    const { title, state, startedOn, endsOn, version } = project;
    const risk = riskOf(reports, today);
    return {
      id,
      contractId,
      partyId,
      roundId,
      unitId,
      title,
      state,
      startedOn,
      endsOn,
      risk,
      version,
    };
  }
}

export class ProjectPage {
  @ApiProperty({ type: [ProjectItemView] }) items!: ProjectItemView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

export class ProjectView extends ProjectItemView {
  @ApiProperty({ type: [ProjectReportView] }) reports!: ProjectReportView[];
  @ApiProperty({ description: 'At least so many visits are paid to it' }) visitsMin!: number;
  @ApiProperty({ type: [VisitView] }) visits!: VisitView[];
  @ApiProperty({ type: [DutyView] }) duties!: DutyView[];
  @ApiProperty({ type: [ProjectSanctionView] }) sanctions!: ProjectSanctionView[];

  static override of(watched: VisitedProject): ProjectView {
    return {
      ...ProjectItemView.of(watched),
      reports: watched.reports.map((report) => ProjectReportView.of(report, watched.today)),
      visitsMin: watched.project.visitsMin,
      visits: watched.visits.map((visit) => VisitView.of(visit)),
      duties: watched.duties.map((duty) => DutyView.of(duty)),
      sanctions: watched.sanctions.map((sanction) => ProjectSanctionView.of(sanction)),
    };
  }
}
