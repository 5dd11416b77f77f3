import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Processes } from '../../../registers/processes';
import { Rounds } from '../../rounds';
import { processOf } from '../award-moves';
import type { AwardEntity } from '../award.entity';
import { AwardRepository } from '../award.repository';

/** Money on its way back to the funds, as far as commissions have a say in it. */
@Injectable()
export class ReturnRoundMoney {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: AwardRepository,
    private readonly processes: Processes,
  ) {}

  /**
   * Gives back what an ended round has left, once nothing of it may be commissioned any more and every commission that was
   * proposed is decided.
   * @returns whether it has gone back
   */
  async whenDue(ctx: Context, roundId: string): Promise<boolean> {
    const undecided = await this.repository.ofRound(ctx, roundId, ['proposed']);
    return this.rounds.returnMoney(ctx, roundId, undecided.length > 0);
  }

  /** A commission came to nothing: its money follows that of its round, and its process ends. */
  async ofFallen(ctx: Context, award: AwardEntity): Promise<void> {
    await this.rounds.returnWhatFellFree(ctx, award.roundId);
    await this.processes.end(ctx, processOf(award));
  }
}
