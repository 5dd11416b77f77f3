import { Injectable } from '@nestjs/common';
import { dayOf, toDay } from '../../kernel/day';
import { newId } from '../../kernel/id';
import type { Instant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { Inbox } from '../../registers/inbox';
import { Units, type Unit } from '../../registers/units';
import type { CycleEntity } from './cycle.entity';
import { NeedEntity } from './need.entity';
import { refuseNeeds } from './need.refusals';
import { NeedRepository } from './need.repository';
import { needTransitions } from './need.transitions';
import { needWordings } from './need.wordings';
import { OpenCycle } from './open-cycle';

/** What a need says. */
export interface NeedContent {
  readonly title: string;
  readonly targetGroup: string;
  readonly headCount: number;
  readonly problem: string;
  readonly service: string;
  readonly aim: string;
  readonly serviceArea: string;
  readonly askedBy: number;
}

/** Takes a need into its street's screening cycle and starts the street's time for checking it. */
@Injectable()
export class SubmitNeed {
  constructor(
    private readonly units: Units,
    private readonly openCycle: OpenCycle,
    private readonly repository: NeedRepository,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
  ) {}

  /** @throws UNITS.UNKNOWN, UNITS.NONE_OF_KIND, NEEDS.RULES_MISSING, NEEDS.NOT_YET_TAKEN */
  async execute(ctx: Context, unitId: string, content: NeedContent): Promise<NeedEntity> {
    const unit = await this.units.get(ctx, unitId);
    ctx.require('need.submit', { unitPath: unit.path });
    const street = await this.units.atOrAbove(ctx, unit, 'street');
    const cycle = await this.openCycle.forStreet(ctx, street);
    const submittedAt = await ctx.now();
    refuseBefore(cycle, submittedAt);
    const need = newNeed(ctx, unit, cycle, content, submittedAt);
    await this.repository.insert(ctx, need);
    await this.startCheck(ctx, need, cycle, street);
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

  /** The street has its working days, is reminded before the last one, and then passed over to the district. */
  private async startCheck(
    ctx: Context,
    need: NeedEntity,
    cycle: CycleEntity,
    street: Unit,
  ): Promise<void> {
    const days = cycle.rules.checkWorkingDays;
    const wanted = {
      article: `${cycle.rules.code}/checkWorkingDays`,
      subject: { kind: 'need', id: need.id },
      process: { kind: 'needScreening', id: cycle.id },
      from: need.submittedAt,
    } as const;
    const check = await this.clocks.start(ctx, {
      ...wanted,
      rule: 'need.check',
      count: { unit: 'workingDays', n: days },
    });
    if (days > 1) {
      await this.clocks.start(ctx, {
        ...wanted,
        rule: 'need.checkReminder',
        count: { unit: 'workingDays', n: days - 1 },
      });
    }
    await this.inbox.open(ctx, {
      kind: needWordings.check,
      subject: { kind: 'need', id: need.id },
      to: { duty: 'streetOfficer', scope: { kind: 'unit', id: street.id } },
      dueAt: check.dueAt,
      facts: { title: need.title },
    });
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
    state: needTransitions.initial,
    reason: null,
    mergedInto: null,
    version: 1,
  });
}
