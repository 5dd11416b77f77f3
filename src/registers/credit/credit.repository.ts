import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/day';
import { refuseByConstraint } from '../../platform/database/constraint-refusals';
import type { Context } from '../../platform/database/context';
import { CreditNoteEntity } from './credit-note.entity';
import { refuseCredit } from './credit.refusals';
import type { StandingNote } from './party-records';

/** The entries of parties' records; they are added and never changed. */
@Injectable()
export class CreditRepository {
  async insert(ctx: Context, note: CreditNoteEntity): Promise<void> {
    await ctx.manager.insert(CreditNoteEntity, note);
  }

  async find(ctx: Context, id: string): Promise<CreditNoteEntity | null> {
    return ctx.manager.findOneBy(CreditNoteEntity, { id });
  }

  /** That an entry was annulled; null when it stands. */
  async findAnnulment(ctx: Context, aboutId: string): Promise<CreditNoteEntity | null> {
    return ctx.manager.findOneBy(CreditNoteEntity, { aboutId, kind: 'annulment' });
  }

  /** That a party has a project; null of one from before it was noted. */
  async findProject(ctx: Context, projectId: string): Promise<CreditNoteEntity | null> {
    return ctx.manager.findOneBy(CreditNoteEntity, { projectId, kind: 'project' });
  }

  /** The sanctions on a party that count on a day, first and last day included. */
  async sanctionsOn(ctx: Context, partyId: string, on: Day): Promise<CreditNoteEntity[]> {
    return ctx.manager
      .createQueryBuilder(CreditNoteEntity, 'note')
      .where(`note.partyId = :partyId AND note.kind = 'sanction'`, { partyId })
      .andWhere('note.fromDay <= :on::date', { on })
      .andWhere('(note.untilDay IS NULL OR note.untilDay >= :on::date)', { on })
      .orderBy('note.id')
      .getMany();
  }

  /** What stands in the records of parties, in the order in which it was written. */
  async standing(ctx: Context, partyIds: readonly string[]): Promise<StandingNote[]> {
    return ctx.manager.query(
      `SELECT n.party_id AS "partyId", n.kind, n.code, n.year, n.evaluation, n.passed, n.from_day::text AS "fromDay",
         coalesce(e.until_day, n.until_day)::text AS "untilDay"
       FROM credit_notes n LEFT JOIN credit_notes e ON e.about_id = n.id AND e.kind = 'ending'
       WHERE n.party_id = ANY($1) AND n.kind NOT IN ('ending', 'annulment')
         AND NOT EXISTS (SELECT FROM credit_notes a WHERE a.about_id = n.id AND a.kind = 'annulment')
       ORDER BY n.id`,
      [partyIds],
    );
  }
}

refuseByConstraint('credit_notes_ended_once', () => refuseCredit('CREDIT.ENDED_ALREADY'));
