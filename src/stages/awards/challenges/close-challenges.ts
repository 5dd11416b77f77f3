import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Clocks } from '../../../registers/clocks';
import { Holds } from '../../../registers/holds';
import { Inbox } from '../../../registers/inbox';
import { Processes } from '../../../registers/processes';
import type { AwardEntity } from '../award.entity';
import type { ChallengeEntity } from './challenge.entity';
import { ChallengeMoves } from './challenge-moves';
import { ChallengeRepository } from './challenge.repository';
import { challengeWordings } from './challenge.wordings';

const MOOT_REASON = '立项已不存在 The award no longer stands';

/** What ends with a challenge: its hold, its clocks, its tasks and its process. */
@Injectable()
export class CloseChallenges {
  constructor(
    private readonly repository: ChallengeRepository,
    private readonly moves: ChallengeMoves,
    private readonly holds: Holds,
    private readonly clocks: Clocks,
    private readonly processes: Processes,
    private readonly inbox: Inbox,
  ) {}

  /** Settles everything that a challenge left open; its own state has been moved. */
  async settle(ctx: Context, { id }: ChallengeEntity): Promise<void> {
    await this.holds.lift(ctx, { kind: 'challenge', id });
    await this.clocks.meet(ctx, 'challenge.answer', id);
    for (const task of ['decide', 'answer', 'answerOverdue'] as const) {
      await this.inbox.done(ctx, challengeWordings[task], id);
    }
    await this.processes.end(ctx, { kind: 'challenge', id });
  }

  /** Closes the challenges of an award that has fallen away, except the one that did it. */
  async ofAward(ctx: Context, award: AwardEntity, exceptId?: string): Promise<void> {
    for (const challenge of await this.repository.lockOpen(ctx, [award.id])) {
      if (challenge.id === exceptId) continue;
      challenge.reason = MOOT_REASON;
      await this.moves.move(ctx, challenge, 'moot');
      await this.settle(ctx, challenge);
      const subject = { kind: 'challenge', id: challenge.id };
      const facts = { title: award.title };
      await this.inbox.write(ctx, [challenge.objectorId], challengeWordings.moot, subject, facts);
    }
  }
}
