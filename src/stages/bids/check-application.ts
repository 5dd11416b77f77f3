import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../kernel/refusal';
import type { Fen } from '../../kernel/money';
import type { Context } from '../../platform/database/context';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { Rounds } from '../rounds';
import type { ApplicationFault } from './application';
import { projectMoneyOf } from './project-money-of';
import { readApplication } from './read-application';
import { requestedAmount } from './requested-amount';
import { decodeContent } from './take-bid';

/** What a bidder is told of an application before sending it in. */
export interface CheckedApplication {
  readonly faults: readonly ApplicationFault[];
  readonly budgetFen: Fen | null;
  readonly ownFundsFen: Fen | null;
  /** What it requests, or the most it could get where the amount is known later. */
  readonly requestedFen: Fen | null;
  /** Why the amount rule gives no amount. */
  readonly refusal: Refusal | null;
}

/**
 * Reads an application as the opening will, and tells what it finds: a bid is not read before its opening, so this is where a
 * bidder is warned in time. Nothing is kept.
 */
@Injectable()
export class CheckApplication {
  constructor(private readonly rounds: Rounds) {}

  /** @throws ACCESS.NOT_FOUND, BIDS.CONTENT_NOT_BASE64, BIDS.CONTENT_SIZE */
  async execute(ctx: Context, lotId: string, base64: string): Promise<CheckedApplication> {
    const content = decodeContent(base64);
    const lot = await this.rounds.lot(ctx, lotId);
    const { state, ruleSet } = await this.rounds.get(ctx, lot.roundId);
    if (state !== 'announced') throw refuseAccess('ACCESS.NOT_FOUND');
    const { application, budgetFen, ownFundsFen, faults } = readApplication(content, ruleSet);
    const read = { faults, budgetFen, ownFundsFen };
    if (application === null) return { ...read, requestedFen: null, refusal: null };
    const { requestedFen, refusal } = requestedAmount(ruleSet, projectMoneyOf(application));
    return { ...read, requestedFen, refusal };
  }
}
