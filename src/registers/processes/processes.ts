import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import type { ProcessRef } from '../../platform/record/domain-event';
import { Clocks } from '../clocks';
import { ProcessRepository } from './process.repository';

/**
 * The register of processes: which workflow should be running for what. It is written by the acts that begin and end a
 * process; Temporal only follows it, and the reconciler makes the two agree.
 */
@Injectable()
export class Processes {
  constructor(
    private readonly repository: ProcessRepository,
    private readonly clocks: Clocks,
  ) {}

  /** Begins a process; nudge it in the event of the same act. Beginning it twice changes nothing. */
  async begin(ctx: Context, process: ProcessRef): Promise<void> {
    await this.repository.insert(ctx, process);
  }

  /**
   * Takes up a process that may have ended, because there is something to follow again; nudge it in the event of the same act. Its
   * workflow is started anew and finds the record where it stands.
   */
  async resume(ctx: Context, process: ProcessRef): Promise<void> {
    await this.repository.resume(ctx, process);
  }

  /** Ends a process: its workflow ends at its next look, a late one at once, and none of its clocks runs on. */
  async end(ctx: Context, process: ProcessRef): Promise<void> {
    await this.clocks.cancelAllOf(ctx, process);
    await this.repository.end(ctx, process);
  }
}
