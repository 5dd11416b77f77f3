import { Injectable } from '@nestjs/common';
import { duties } from '../../../access/duties';
import { dayOf, type Day } from '../../../kernel/day';
import { newId } from '../../../kernel/id';
import { refuse } from '../../../kernel/refusal';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { Attachments, type NamedAttachment } from '../../../registers/attachments';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import type { MonitoringDuty } from '../../../rules';
import { refuseMonitoring } from '../monitoring.refusals';
import { monitoringWordings } from '../monitoring.wordings';
import { audienceOf } from '../project-circle';
import type { ProjectEntity } from '../project.entity';
import { ProjectRepository } from '../project.repository';
import { doerOf, type DutyDoer } from './duty-doers';
import type { DutyRecordEntity } from './duty-record.entity';
import { DutyRepository } from './duty.repository';

type Evidence = NonNullable<MonitoringDuty['evidence']>;

/** What somebody says of a duty that was done. */
export interface DutyDone {
  readonly code: string;
  readonly doneOn: Day;
  readonly note: string;
  readonly evidence: Evidence;
}

/** Evidence that is a file, and not a text. */
const FILES: Evidence = ['sign-in-sheet', 'photo', 'video', 'receipt'];

/** Whoever has a duty of a project records that it was done, with the evidence that the rules ask for. */
@Injectable()
export class RecordDuty {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly repository: DutyRepository,
    private readonly attachments: Attachments,
    private readonly people: People,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, MONITORING.DUTY_UNKNOWN, STATE.OUT_OF_ORDER, MONITORING.DUTY_DAY_OUTSIDE, MONITORING.EVIDENCE_MISSING,
   * PEOPLE.DUTIES_CONFLICT, and what Attachments.bind refuses
   */
  async execute(
    ctx: Context,
    projectId: string,
    done: DutyDone,
    attachments: readonly NamedAttachment[],
  ): Promise<DutyRecordEntity> {
    const project = requireFound(await this.projects.lock(ctx, projectId));
    const { unitPath, roundId, partyId, state } = project;
    const duty = await this.repository.find(ctx, projectId, done.code);
    const doer = duty === null ? null : doerOf(duty.rules);
    const onlyDuty = doer === null ? {} : { onlyDuty: doer };
    ctx.require('duty.record', { unitPath, roundId, partyIds: [partyId], ...onlyDuty });
    if (duty === null || doer === null) {
      throw refuseMonitoring('MONITORING.DUTY_UNKNOWN', { code: done.code }, '/code');
    }
    if (state !== 'active' && state !== 'settling') {
      throw refuse('STATE.OUT_OF_ORDER', { thing: 'project', state, act: 'recordDuty' });
    }
    const recordedAt = await ctx.now();
    requireDay(project, done.doneOn, dayOf(recordedAt));
    requireEvidence(duty.rules, done.evidence, attachments.length);
    await this.noteSide(ctx, roundId, doer);
    const record: DutyRecordEntity = {
      ...{ ...done, id: newId(), projectId, dutyId: duty.id },
      ...{ recordedBy: ctx.personId, recordedAt, version: 1 },
    };
    await this.repository.insertRecord(ctx, record);
    await this.attach(ctx, record.id, project, doer, attachments);
    await ctx.record({
      name: 'monitoring.duty-recorded',
      aggregate: { kind: 'dutyRecord', id: record.id, version: 1 },
      move: null,
      roundId,
      body: { projectId, code: done.code, doneOn: done.doneOn, evidence: done.evidence },
      audience: audienceOf(project),
    });
    await this.inbox.done(ctx, monitoringWordings.dutyMissed, duty.id);
    return record;
  }

  /** Residents have no side in a round. */
  private async noteSide(ctx: Context, roundId: string, doer: DutyDoer): Promise<void> {
    const { group } = duties[doer];
    if (group !== 'none') await this.people.noteDuty(ctx, ctx.personId, roundId, group);
  }

  /** Of the party's own, whoever acts for it may have uploaded it. */
  private async attach(
    ctx: Context,
    id: string,
    { partyId }: ProjectEntity,
    doer: DutyDoer,
    named: readonly NamedAttachment[],
  ): Promise<void> {
    if (named.length === 0) return;
    const uploaders =
      doer === 'applicant' ? await this.people.holdersOf(ctx, doer, partyId) : [ctx.personId];
    await this.attachments.bind(ctx, { kind: 'dutyRecord', id }, named, uploaders);
  }
}

function requireDay({ startedOn }: ProjectEntity, doneOn: Day, today: Day): void {
  if (doneOn >= startedOn && doneOn <= today) return;
  throw refuseMonitoring('MONITORING.DUTY_DAY_OUTSIDE', { from: startedOn, today }, '/doneOn');
}

function requireEvidence(
  { evidence = [] }: MonitoringDuty,
  given: Evidence,
  attached: number,
): void {
  const missing = evidence.find((kind) => !given.includes(kind));
  if (missing !== undefined) {
    throw refuseMonitoring('MONITORING.EVIDENCE_MISSING', { kind: missing }, '/evidence');
  }
  const file = evidence.find((kind) => FILES.includes(kind));
  if (file === undefined || attached > 0) return;
  throw refuseMonitoring('MONITORING.EVIDENCE_MISSING', { kind: file }, '/attachments');
}
