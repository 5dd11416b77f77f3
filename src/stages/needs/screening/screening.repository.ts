import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Context } from '../../../platform/database/context';
import { ScreeningExpertEntity } from './screening-expert.entity';
import { ScreeningResultEntity } from './screening-result.entity';
import { ScreeningSheetEntity } from './screening-sheet.entity';

/** How many sheets an expert still owes. */
export interface OpenSheets {
  readonly personId: string;
  readonly count: number;
}

/** The rows of experts, sheets and results; lock the cycle before deciding anything by them. */
@Injectable()
export class ScreeningRepository {
  async insertExpert(ctx: Context, expert: ScreeningExpertEntity): Promise<void> {
    await ctx.manager.insert(ScreeningExpertEntity, expert);
  }

  async releaseExpert(
    ctx: Context,
    cycleId: string,
    personId: string,
    released: Pick<ScreeningExpertEntity, 'releasedAt' | 'reason'>,
  ): Promise<void> {
    const where = { cycleId, personId, releasedAt: IsNull() };
    await ctx.manager.update(ScreeningExpertEntity, where, released);
  }

  /** The experts of a cycle as they are named now. */
  async expertsOf(ctx: Context, cycleId: string): Promise<string[]> {
    const experts = await ctx.manager.find(ScreeningExpertEntity, {
      where: { cycleId, releasedAt: IsNull() },
      order: { personId: 'ASC' },
    });
    return experts.map(({ personId }) => personId);
  }

  /** What each of a cycle's experts still owes for the needs on its list; nobody while none is named. */
  async openSheets(ctx: Context, cycleId: string): Promise<OpenSheets[]> {
    return ctx.manager.query(
      `SELECT e.person_id AS "personId", (count(n.id) - count(s.id))::int AS count
       FROM screening_experts e
       LEFT JOIN needs n ON n.cycle_id = e.cycle_id AND n.state = 'listed'
       LEFT JOIN screening_sheets s ON s.need_id = n.id AND s.person_id = e.person_id
       WHERE e.cycle_id = $1 AND e.released_at IS NULL
       GROUP BY e.person_id ORDER BY e.person_id`,
      [cycleId],
    );
  }

  async hasSheet(ctx: Context, needId: string, personId: string): Promise<boolean> {
    return ctx.manager.existsBy(ScreeningSheetEntity, { needId, personId });
  }

  async insertSheet(ctx: Context, sheet: ScreeningSheetEntity): Promise<void> {
    await ctx.manager.insert(ScreeningSheetEntity, sheet);
  }

  /** Every sheet of a cycle, also of experts who were released since. */
  async sheetsOf(ctx: Context, cycleId: string): Promise<ScreeningSheetEntity[]> {
    return ctx.manager.find(ScreeningSheetEntity, { where: { cycleId }, order: { id: 'ASC' } });
  }

  async insertResult(ctx: Context, result: ScreeningResultEntity): Promise<void> {
    await ctx.manager.insert(ScreeningResultEntity, result);
  }

  async resultsOf(ctx: Context, cycleId: string): Promise<ScreeningResultEntity[]> {
    return ctx.manager.find(ScreeningResultEntity, {
      where: { cycleId },
      order: { needId: 'ASC' },
    });
  }
}
