import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { Refusal, refuse } from '../../../kernel/refusal';
import { digestOf } from '../../../platform/crypto/digest';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import { screenNeed, type GivenScores, type ScreeningRules } from '../../../rules';
import type { CycleEntity } from '../cycle.entity';
import { CycleRepository } from '../cycle.repository';
import { cycleTransitions } from '../cycle.transitions';
import { NeedRepository } from '../need.repository';
import { needTransitions } from '../need.transitions';
import { ScreeningPeriod } from './screening-period';
import { ScreeningSheetEntity } from './screening-sheet.entity';
import { refuseScreening } from './screening.refusals';
import { ScreeningRepository } from './screening.repository';
import { screeningWordings } from './screening.wordings';

/** An expert hands in the sheet for one need, for good. */
@Injectable()
export class HandInSheet {
  constructor(
    private readonly cycles: CycleRepository,
    private readonly needs: NeedRepository,
    private readonly screening: ScreeningRepository,
    private readonly period: ScreeningPeriod,
    private readonly inbox: Inbox,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, SCREENING.SHEET_IN_ALREADY, SCORES.* */
  async execute(
    ctx: Context,
    needId: string,
    scores: GivenScores,
    comment: string,
  ): Promise<ScreeningSheetEntity> {
    const cycle = await this.cycles.lockOfNeed(ctx, needId);
    if (cycle === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const assignedIds = await this.screening.expertsOf(ctx, cycle.id);
    ctx.require('screeningSheet.submit', { assignedIds });
    // A sheet is taken while what it is for can still be decided: the list, and on it the need.
    cycleTransitions.next(cycle.state, 'screen');
    const need = await this.needs.find(ctx, needId);
    needTransitions.next(need!.state, 'select');
    requireComplete(cycle.rules, scores);
    if (await this.screening.hasSheet(ctx, needId, ctx.personId)) {
      throw refuseScreening('SCREENING.SHEET_IN_ALREADY');
    }
    const sheet: ScreeningSheetEntity = {
      id: newId(),
      cycleId: cycle.id,
      needId,
      personId: ctx.personId,
      scores,
      comment,
      handedInAt: await ctx.now(),
      version: 1,
    };
    await this.screening.insertSheet(ctx, sheet);
    await this.settle(ctx, cycle, sheet);
    return sheet;
  }

  private async settle(
    ctx: Context,
    cycle: CycleEntity,
    { id, needId, personId, scores, comment }: ScreeningSheetEntity,
  ): Promise<void> {
    const open = await this.screening.openSheets(ctx, cycle.id);
    if (open.some((owed) => owed.personId === personId && owed.count === 0)) {
      await this.inbox.done(ctx, screeningWordings.score, cycle.id, personId);
    }
    if (open.every(({ count }) => count === 0)) await this.period.end(ctx, cycle.id);
    await ctx.record({
      name: 'needs.sheet-handed-in',
      aggregate: { kind: 'screeningSheet', id, version: 1 },
      move: null,
      body: { cycleId: cycle.id, needId, digest: digestOf({ scores, comment }) },
      // Not even that it is in is told to anyone else.
      audience: { personIds: [personId] },
      nudges: [{ kind: 'needScreening', id: cycle.id }],
    });
  }
}

/** A sheet that screens the need by itself is complete and within its bounds. */
function requireComplete(rules: ScreeningRules, scores: GivenScores): void {
  try {
    screenNeed(rules, [{ sheetId: 'only', scores }]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw refuse(error.code, error.facts, `/scores${error.pointer ?? ''}`);
  }
}
