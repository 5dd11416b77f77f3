import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Clocks } from '../../registers/clocks';
import { Inbox } from '../../registers/inbox';
import type { ContractEntity } from './contract.entity';
import { ContractMoves } from './contract-moves';
import { contractWordings } from './contract.wordings';

/** Ends a contract that comes to nothing: its award was declined, or has lapsed. */
@Injectable()
export class RefuseContract {
  constructor(
    private readonly moves: ContractMoves,
    private readonly clocks: Clocks,
    private readonly inbox: Inbox,
  ) {}

  /** @param contract drawn, and locked by the caller */
  async execute(ctx: Context, contract: ContractEntity, reason: string): Promise<void> {
    contract.reason = reason;
    await this.moves.move(ctx, contract, 'refuse');
    await this.clocks.cancel(ctx, 'contract.sign', contract.id);
    await this.clocks.cancel(ctx, 'contract.signReminder', contract.id);
    await this.inbox.lapse(ctx, contractWordings.sign, contract.id);
    await this.inbox.lapse(ctx, contractWordings.signOverdue, contract.id);
  }
}
