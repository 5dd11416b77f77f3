import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../../platform/database/context';
import { withinReach } from '../../../platform/database/within-reach';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import type { ScreeningRules } from '../../../rules';
import { CycleEntity } from '../cycle.entity';
import { cycleTransitions } from '../cycle.transitions';
import { NeedEntity } from '../need.entity';
import { ScreeningExpertEntity } from './screening-expert.entity';
import { ScreeningResultEntity } from './screening-result.entity';
import { ScreeningSheetEntity } from './screening-sheet.entity';
import { refuseScreening } from './screening.refusals';
import { ScreeningRepository } from './screening.repository';

/** A need that an expert is to score, and their sheet if it is in. */
export interface SheetToFill {
  readonly id: string;
  readonly need: NeedEntity;
  readonly rules: ScreeningRules;
  readonly sheet: ScreeningSheetEntity | null;
}

/** What became of a need, and the sheets that counted. */
export interface ScreenedNeedRow {
  readonly id: string;
  readonly need: NeedEntity;
  readonly result: ScreeningResultEntity;
  readonly sheets: readonly ScreeningSheetEntity[];
}

/** The states of a need that stands on a reported list. */
const ON_A_LIST = ['listed', 'selected', 'kept', 'notSelected'];

/** Reads of screening cycles, of an expert's own sheets and of results. */
@Injectable()
export class ScreeningQuery {
  constructor(private readonly screening: ScreeningRepository) {}

  /** Cycles after one, by id. */
  async cycles(ctx: Context, limit: number, after?: string): Promise<CycleEntity[]> {
    const query = ctx.manager.createQueryBuilder(CycleEntity, 'c').orderBy('c.id').limit(limit);
    withinReach(query, ctx.reach('cycle.list'), { unitPath: 'c.unit_path' });
    if (after !== undefined) query.andWhere('c.id > :after', { after });
    return query.getMany();
  }

  /** What the caller is to score as an expert, in the cycles for which they are named now; never another's sheet. */
  async sheetsToFill(ctx: Context, limit: number, after?: string): Promise<SheetToFill[]> {
    const query = ctx.manager
      .createQueryBuilder(NeedEntity, 'need')
      .innerJoin(
        ScreeningExpertEntity,
        'expert',
        'expert.cycleId = need.cycleId AND expert.releasedAt IS NULL',
      )
      .where('need.state IN (:...states)', { states: ON_A_LIST })
      .orderBy('need.id')
      .limit(limit);
    withinReach(query, ctx.reach('screeningSheet.list'), { personId: 'expert.person_id' });
    if (after !== undefined) query.andWhere('need.id > :after', { after });
    const needs = await query.getMany();
    const sheets = await ctx.manager.findBy(ScreeningSheetEntity, {
      needId: In(needs.map(({ id }) => id)),
      personId: ctx.personId,
    });
    const cycles = await ctx.manager.findBy(CycleEntity, {
      id: In(needs.map(({ cycleId }) => cycleId)),
    });
    return needs.map((need) => ({
      id: need.id,
      need,
      rules: cycles.find(({ id }) => id === need.cycleId)!.rules,
      sheet: sheets.find(({ needId }) => needId === need.id) ?? null,
    }));
  }

  /**
   * What the sheets made of the needs of a cycle; before all are in nobody gets an answer.
   * @throws ACCESS.NOT_FOUND, SCREENING.NOT_DECIDED
   */
  async result(
    ctx: Context,
    cycleId: string,
    limit: number,
    after?: string,
  ): Promise<ScreenedNeedRow[]> {
    const cycle = await ctx.manager.findOneBy(CycleEntity, { id: cycleId });
    if (cycle === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const assignedIds = await this.screening.expertsOf(ctx, cycle.id);
    ctx.require('screening.result', { unitPath: cycle.unitPath, assignedIds });
    if (!cycleTransitions.reaches('screened', cycle.state)) {
      throw refuseScreening('SCREENING.NOT_DECIDED');
    }
    const query = ctx.manager
      .createQueryBuilder(ScreeningResultEntity, 'result')
      .where('result.cycleId = :cycleId', { cycleId })
      .orderBy('result.needId')
      .limit(limit);
    if (after !== undefined) query.andWhere('result.needId > :after', { after });
    return this.withSheets(ctx, await query.getMany());
  }

  private async withSheets(
    ctx: Context,
    results: readonly ScreeningResultEntity[],
  ): Promise<ScreenedNeedRow[]> {
    const ids = results.map(({ needId }) => needId);
    const needs = await ctx.manager.findBy(NeedEntity, { id: In(ids) });
    const sheets = await ctx.manager.find(ScreeningSheetEntity, {
      where: { needId: In(ids) },
      order: { id: 'ASC' },
    });
    return results.map((result) => ({
      id: result.needId,
      need: needs.find(({ id }) => id === result.needId)!,
      result,
      // Sheets of experts who were replaced did not count; the explanation names those that did.
      sheets: sheets.filter(({ id }) => Object.hasOwn(result.explanation.inputs, id)),
    }));
  }
}
