import { Injectable } from '@nestjs/common';
import { printInstant } from '../../../kernel/instant';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import { roundWordings } from '../round.wordings';
import type { ExtensionEntity } from './extension.entity';
import { ExtensionRepository } from './extension.repository';
import { extensionTransitions, type ExtensionMove } from './extension.transitions';

const events: Readonly<Record<ExtensionMove, string>> = {
  approve: 'rounds.extension-approved',
  refuse: 'rounds.extension-refused',
  lapse: 'rounds.extension-lapsed',
};

/** The one way in which extensions move; each move ends what was asked of the approvers. */
@Injectable()
export class ExtensionBook {
  constructor(
    private readonly repository: ExtensionRepository,
    private readonly inbox: Inbox,
  ) {}

  /** @param extension locked by the caller @throws STATE.OUT_OF_ORDER */
  async move(ctx: Context, extension: ExtensionEntity, move: ExtensionMove): Promise<void> {
    extension.state = extensionTransitions.next(extension.state, move);
    extension.version += 1;
    await this.repository.update(ctx, extension);
    await recordExtension(ctx, extension, events[move], move);
    if (move === 'lapse') await this.inbox.lapse(ctx, roundWordings.approveExtension, extension.id);
    else await this.inbox.done(ctx, roundWordings.approveExtension, extension.id);
  }

  /** The deadline is over, or the call was cancelled: what was proposed and not decided comes to nothing. */
  async lapseOf(ctx: Context, roundId: string): Promise<void> {
    const extension = await this.repository.lockProposed(ctx, roundId);
    if (extension !== null) await this.move(ctx, extension, 'lapse');
  }
}

/** Tells the officers of the unit; what an approval means for everybody is told by the round's own event. */
export async function recordExtension(
  ctx: Context,
  { id, roundId, unitPath, version, fromInstant, toInstant }: ExtensionEntity,
  name: string,
  move: ExtensionMove | null,
): Promise<void> {
  await ctx.record({
    name,
    aggregate: { kind: 'extension', id, version },
    move,
    roundId,
    body: { roundId, from: printInstant(fromInstant), to: printInstant(toInstant) },
    audience: { unitPaths: [unitPath] },
  });
}
