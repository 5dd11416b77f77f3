import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/day';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import type { PartyRecord, PastEvaluation } from '../../rules';
import { CreditNoteEntity, type CreditKind } from './credit-note.entity';
import { CreditRepository } from './credit.repository';
import { recordsFrom } from './party-records';

/** What is to be noted of a party. */
export interface NewCreditNote {
  readonly partyId: string;
  readonly kind: CreditKind;
  readonly code: string;
  /** Needed for a sanction, and for what officers enter. */
  readonly reason?: string;
  readonly projectId?: string;
  readonly year?: number;
  readonly evaluation?: PastEvaluation['evaluation'];
  readonly passed?: boolean;
  readonly aboutId?: string;
  readonly fromDay: Day;
  readonly untilDay?: Day;
}

/** How a project was evaluated, as the stage of evaluations tells it. */
export interface NotedEvaluation {
  readonly partyId: string;
  readonly projectId: string;
  readonly evaluation: PastEvaluation['evaluation'];
  readonly grade: string;
  readonly passed: boolean;
  readonly on: Day;
}

/** A sanction that counts, as rounds check it. */
export interface Sanction {
  readonly code: string;
  readonly fromDay: Day;
  readonly untilDay: Day | null;
}

/** Parties' records, for the stages that write and read them. */
@Injectable()
export class Credit {
  constructor(private readonly repository: CreditRepository) {}

  /** Adds an entry to a party's record; whether the caller may is for the act that calls this. */
  async note(ctx: Context, wanted: NewCreditNote): Promise<CreditNoteEntity> {
    const note = Object.assign(new CreditNoteEntity(), {
      id: newId(),
      partyId: wanted.partyId,
      kind: wanted.kind,
      code: wanted.code,
      reason: wanted.reason ?? null,
      projectId: wanted.projectId ?? null,
      year: wanted.year ?? null,
      evaluation: wanted.evaluation ?? null,
      passed: wanted.passed ?? null,
      aboutId: wanted.aboutId ?? null,
      fromDay: wanted.fromDay,
      untilDay: wanted.untilDay ?? null,
      notedAt: await ctx.now(),
      notedBy: ctx.caller.personId,
      version: 1,
    });
    await this.repository.insert(ctx, note);
    const { partyId, kind, code, projectId, year, evaluation, passed, aboutId } = note;
    const { fromDay, untilDay } = note;
    await ctx.record({
      name: 'credit.credit-noted',
      aggregate: { kind: 'creditNote', id: note.id, version: 1 },
      move: null,
      body: {
        ...{ partyId, kind, code, projectId, fromDay, untilDay },
        ...(year !== null && { year }),
        ...(evaluation !== null && { evaluation }),
        ...(passed !== null && { passed }),
        ...(aboutId !== null && { aboutId }),
      },
      audience: { partyIds: [partyId] },
    });
    return note;
  }

  /**
   * Notes how a project was evaluated.
   * @param kind grade: the project ended with it; evaluation: it is one step of it
   */
  async noteEvaluation(
    ctx: Context,
    kind: 'grade' | 'evaluation',
    { partyId, projectId, evaluation, grade, passed, on }: NotedEvaluation,
  ): Promise<void> {
    const project = await this.repository.findProject(ctx, projectId);
    await this.note(ctx, {
      ...{ partyId, kind, code: grade, projectId, evaluation, passed, fromDay: on },
      year: project?.year ?? Number(on.slice(0, 4)),
    });
  }

  /** Notes that a party has a project, under a programme of a year. */
  async noteProject(
    ctx: Context,
    project: Pick<CreditNoteEntity, 'partyId' | 'fromDay'> & { projectId: string; year: number },
  ): Promise<void> {
    await this.note(ctx, { ...project, kind: 'project', code: 'project' });
  }

  /** Notes that a project is settled: nothing of it is open any more. */
  async settleProject(ctx: Context, projectId: string, on: Day): Promise<void> {
    const project = await this.repository.findProject(ctx, projectId);
    if (project === null) return;
    const { id: aboutId, partyId, code, fromDay } = project;
    await this.note(ctx, {
      ...{ kind: 'ending', partyId, code, projectId, aboutId, fromDay, untilDay: on },
    });
  }

  /** The sanctions that count against a party on a day. */
  async activeSanctions(ctx: Context, partyId: string, on: Day): Promise<Sanction[]> {
    const notes = await this.repository.sanctionsOn(ctx, partyId, on);
    return notes.map(({ code, fromDay, untilDay }) => ({ code, fromDay, untilDay }));
  }

  /** What the records of parties hold for the checks of a qualification, by party; sanctions as of a day. */
  async recordsOf(
    ctx: Context,
    partyIds: readonly string[],
    on: Day,
  ): Promise<ReadonlyMap<string, PartyRecord>> {
    return recordsFrom(partyIds, await this.repository.standing(ctx, partyIds), on);
  }
}
