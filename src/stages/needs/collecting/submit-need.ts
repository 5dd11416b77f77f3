import { Injectable } from '@nestjs/common';
import { dayOf, toDay } from '../../../kernel/day';
import { newId } from '../../../kernel/id';
import type { Instant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { Attachments, type NamedAttachment } from '../../../registers/attachments';
import { Units, type Unit } from '../../../registers/units';
import type { CycleEntity } from '../cycle.entity';
import { NeedEntity } from '../need.entity';
import { NeedRepository } from '../need.repository';
import { needTransitions } from '../need.transitions';
import { CheckPeriod } from './check-period';
import type { NeedContent } from './need-content';
import { refuseNeeds } from './need.refusals';
import { OpenCycle } from './open-cycle';

/** Takes a need into its street's screening cycle and starts the street's time for checking it. */
@Injectable()
export class SubmitNeed {
  constructor(
    private readonly units: Units,
    private readonly openCycle: OpenCycle,
    private readonly needs: NeedRepository,
    private readonly checkPeriod: CheckPeriod,
    private readonly attachments: Attachments,
  ) {}

  /** @throws UNITS.UNKNOWN, UNITS.NONE_OF_KIND, NEEDS.RULES_MISSING, NEEDS.NOT_YET_TAKEN, and what Attachments.bind refuses */
  async execute(
    ctx: Context,
    unitId: string,
    content: NeedContent,
    attachments: readonly NamedAttachment[],
  ): Promise<NeedEntity> {
    const unit = await this.units.get(ctx, unitId);
    ctx.require('need.submit', { unitPath: unit.path });
    const street = await this.units.atOrAbove(ctx, unit, 'street');
    const cycle = await this.openCycle.forStreet(ctx, street);
    const submittedAt = await ctx.now();
    refuseBefore(cycle, submittedAt);
    const need = newNeed(ctx, unit, cycle, content, submittedAt);
    await this.needs.insert(ctx, need);
    await this.attachments.bind(ctx, { kind: 'need', id: need.id }, attachments, [ctx.personId]);
    await this.checkPeriod.begin(ctx, need, cycle, submittedAt);
    await ctx.record({
      name: 'needs.need-submitted',
      aggregate: { kind: 'need', id: need.id, version: 1 },
      move: null,
      body: { cycleId: cycle.id, unitId, headCount: need.headCount, askedBy: need.askedBy },
      audience: { unitPaths: [unit.path], personIds: [need.submittedBy] },
      nudges: [{ kind: 'needScreening', id: cycle.id }],
    });
    return need;
  }
}

function refuseBefore(cycle: CycleEntity, now: Instant): void {
  const today = dayOf(now);
  const from = toDay(cycle.rules.needsFrom);
  if (today < from) throw refuseNeeds('NEEDS.NOT_YET_TAKEN', { from, today });
}

function newNeed(
  ctx: Context,
  unit: Unit,
  cycle: CycleEntity,
  content: NeedContent,
  submittedAt: Instant,
): NeedEntity {
  return Object.assign(new NeedEntity(), {
    ...content,
    id: newId(),
    cycleId: cycle.id,
    unitId: unit.id,
    unitPath: unit.path,
    submittedBy: ctx.personId,
    submittedAt,
    joinedBy: 0,
    state: needTransitions.initial,
    reason: null,
    mergedInto: null,
    version: 1,
  });
}
