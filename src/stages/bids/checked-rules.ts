import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Rounds } from '../rounds';
import { BidRepository } from './bid.repository';
import type { BidEntity } from './bid.entity';
import { askedChecks, type PlannedCheck } from './qualification-checks';
import { QualificationRepository } from './qualification.repository';

/** Which checks opened bids are asked, by the rules that each of them names: a later correction asks nothing else of it. */
@Injectable()
export class CheckedRules {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: BidRepository,
    private readonly checks: QualificationRepository,
  ) {}

  /** The checks that are for each of some bids of one round, by bid; none of bids that are not opened. */
  async asked(
    ctx: Context,
    bids: readonly Pick<BidEntity, 'id' | 'roundId'>[],
  ): Promise<ReadonlyMap<string, PlannedCheck[]>> {
    const [first] = bids;
    if (first === undefined) return new Map();
    const ids = bids.map(({ id }) => id);
    const ruleSets = await this.rounds.ruleSets(ctx, first.roundId);
    const named = await this.repository.revisionsNamed(ctx, ids);
    const scopes = await this.checks.scopesOf(ctx, ids);
    return new Map(
      [...scopes].map(([id, scope]) => [id, askedChecks(ruleSets.get(named.get(id)!)!, scope)]),
    );
  }
}
