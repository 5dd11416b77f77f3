import { Injectable } from '@nestjs/common';
import { addDays, dayOf, startOfDay } from '../../kernel/day';
import { newId } from '../../kernel/id';
import type { Context } from '../../platform/database/context';
import { Door } from '../../platform/database/door';
import { ObjectStore } from '../../platform/storage/object-store';
import type { AttachmentEntity } from './attachment.entity';
import { AttachmentRepository } from './attachment.repository';
import { attachmentTransitions } from './attachment.transitions';
import { chunkCount } from './media-types.rules';
import { chunkKey } from './stored-chunks';

/** For so many days after its announcement an attachment waits for something that refers to it (invented). */
export const UNBOUND_DAYS = 7;

/**
 * Removes an attachment that nothing has referred to in time. First the record says so, so that no act can refer to it any
 * more; then its bytes go; then the record says that they are gone. A process that dies in between is followed by another.
 */
@Injectable()
export class RemoveUnbound {
  constructor(
    private readonly door: Door,
    private readonly repository: AttachmentRepository,
    private readonly store: ObjectStore,
  ) {}

  /** Does nothing to one that was bound in the meantime. */
  async remove(tenantId: string, attachmentId: string): Promise<void> {
    const traceId = newId();
    const size = await this.door.asSystem(tenantId, traceId, (ctx) =>
      this.giveUp(ctx, attachmentId),
    );
    if (size === null) return;
    for (let n = 0; n < chunkCount(size); n += 1)
      await this.store.remove(chunkKey(attachmentId, n));
    await this.door.asSystem(tenantId, traceId, async (ctx) => {
      const attachment = (await this.repository.lock(ctx, attachmentId))!;
      await this.repository.update(ctx, { ...attachment, bytesGoneAt: await ctx.now() });
    });
  }

  /** @returns the bytes that have to go; null when it stays */
  private async giveUp(ctx: Context, id: string): Promise<number | null> {
    const attachment = await this.repository.lock(ctx, id);
    if (attachment === null || attachment.state === 'bound') return null;
    if (attachment.state === 'removed') return attachment.size;
    if ((await ctx.now()) < keptUntil(attachment)) return null;
    attachment.state = attachmentTransitions.next(attachment.state, 'remove');
    attachment.version += 1;
    await this.repository.update(ctx, attachment);
    await ctx.record({
      name: 'attachments.attachment-removed',
      aggregate: { kind: 'attachment', id, version: attachment.version },
      move: 'remove',
      body: { digest: attachment.digest },
      audience: { personIds: [attachment.ownerId] },
    });
    return attachment.size;
  }
}

function keptUntil({ createdAt }: AttachmentEntity): Date {
  return startOfDay(addDays(dayOf(createdAt), UNBOUND_DAYS + 1));
}
