import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { screenNeed, type ScreeningOutcome, type Sheet } from '../../../rules';
import type { CycleEntity } from '../cycle.entity';
import { CycleRepository } from '../cycle.repository';
import { cycleTransitions } from '../cycle.transitions';
import type { NeedEntity } from '../need.entity';
import { NeedRepository } from '../need.repository';
import { needTransitions } from '../need.transitions';
import type { ScreeningSheetEntity } from './screening-sheet.entity';
import { ScreeningRepository } from './screening.repository';

const moveOf = {
  selected: 'select',
  kept: 'keep',
  notSelected: 'notSelect',
} as const satisfies Record<ScreeningOutcome, keyof typeof needTransitions.moves>;

const factOf: Readonly<Record<ScreeningOutcome, string>> = {
  selected: 'needs.need-selected',
  kept: 'needs.need-kept',
  notSelected: 'needs.need-not-selected',
};

/** Decides every need on a list by the experts' sheets, once all of them are in. */
@Injectable()
export class ScreenCycle {
  constructor(
    private readonly cycles: CycleRepository,
    private readonly needs: NeedRepository,
    private readonly screening: ScreeningRepository,
  ) {}

  /** @returns whether the cycle is screened, now or since before */
  async execute(ctx: Context, cycleId: string): Promise<boolean> {
    const cycle = await this.cycles.lock(ctx, cycleId);
    if (cycle === null) return false;
    if (cycleTransitions.reaches('screened', cycle.state)) return true;
    const open = await this.screening.openSheets(ctx, cycle.id);
    const isComplete = open.length > 0 && open.every(({ count }) => count === 0);
    if (!cycleTransitions.can(cycle.state, 'screen') || !isComplete) return false;
    const experts = open.map(({ personId }) => personId);
    const sheets = (await this.screening.sheetsOf(ctx, cycle.id)).filter(({ personId }) =>
      experts.includes(personId),
    );
    for (const need of await this.needs.lockOfCycle(ctx, cycle.id)) {
      if (need.state === 'listed') await this.decide(ctx, cycle, need, sheets);
    }
    await this.finish(ctx, cycle);
    return true;
  }

  private async decide(
    ctx: Context,
    cycle: CycleEntity,
    need: NeedEntity,
    sheets: readonly ScreeningSheetEntity[],
  ): Promise<void> {
    const own = sheets.filter(({ needId }) => needId === need.id).map(asSheet);
    const { outcome, score, shownScore, explanation } = screenNeed(cycle.rules, own);
    const move = moveOf[outcome];
    need.state = needTransitions.next(need.state, move);
    need.version += 1;
    await this.needs.update(ctx, need);
    const decidedAt = await ctx.now();
    const result = { outcome, score, shownScore, explanation, decidedAt };
    await this.screening.insertResult(ctx, { needId: need.id, cycleId: cycle.id, ...result });
    await ctx.record({
      name: factOf[outcome],
      aggregate: { kind: 'need', id: need.id, version: need.version },
      move,
      body: { cycleId: cycle.id, outcome, score },
      audience: { unitPaths: [need.unitPath], personIds: [need.submittedBy] },
    });
  }

  private async finish(ctx: Context, cycle: CycleEntity): Promise<void> {
    cycle.state = cycleTransitions.next(cycle.state, 'screen');
    cycle.version += 1;
    await this.cycles.update(ctx, cycle);
    await ctx.record({
      name: 'needs.cycle-screened',
      aggregate: { kind: 'cycle', id: cycle.id, version: cycle.version },
      move: 'screen',
      body: { streetId: cycle.streetId },
      audience: { unitPaths: [cycle.unitPath] },
    });
  }
}

function asSheet({ id, scores }: ScreeningSheetEntity): Sheet {
  return { sheetId: id, scores };
}
