import { Injectable } from '@nestjs/common';
import type { ProcessTarget, Standing } from '../../kernel/standing';
import type { Context } from '../../platform/database/context';
import { Door } from '../../platform/database/door';
import type { ProcessKind } from '../../platform/record/domain-event';
import { Clocks } from '../clocks';
import { ProcessRepository } from './process.repository';

/**
 * What every step of every workflow has in common. A step is "make it so": in one transaction it lets the process's due
 * clocks act, does its own work if the record is not past it, and answers where things stand. It may run any number of
 * times, at any moment, on any state.
 */
@Injectable()
export class ProcessSteps {
  constructor(
    private readonly door: Door,
    private readonly repository: ProcessRepository,
    private readonly clocks: Clocks,
  ) {}

  /**
   * Takes one step.
   * @param name what the process waits on when the step is not reached yet; operators read it
   * @param work whether the record is, or now has been brought, at or past the step
   */
  async take(
    kind: ProcessKind,
    target: ProcessTarget,
    name: string,
    traceId: string,
    work: (ctx: Context) => Promise<boolean>,
  ): Promise<Standing> {
    const process = { kind, id: target.id };
    return this.door.asSystem(target.tenantId, traceId, async (ctx) => {
      const look = await this.repository.look(ctx, process);
      if (look === null || look.ended) return { reached: true, ended: true, nextLookMs: null };
      if (look.isDue) await this.clocks.letPass(ctx, process);
      const reached = await work(ctx);
      const waitsOn = reached ? null : name;
      return { reached, ...(await this.repository.seen(ctx, process, look.wanted, waitsOn)) };
    });
  }
}
