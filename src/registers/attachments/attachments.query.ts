import { Injectable } from '@nestjs/common';
import { Refusal } from '../../kernel/refusal';
import type { Context } from '../../platform/database/context';
import { withinReach } from '../../platform/database/within-reach';
import { refuseAccess } from '../../platform/http/platform.refusals';
import { AttachmentEntity } from './attachment.entity';

/** A thing that attachments belong to. */
export interface AttachedTo {
  readonly kind: string;
  readonly id: string;
}

/**
 * Says which attachments of a thing the caller may read.
 * @throws ACCESS.NOT_FOUND when the thing itself is none that the caller may read
 */
export type AttachmentReader = (
  ctx: Context,
  subjectId: string,
) => Promise<(attachmentId: string) => boolean>;

/** Reads attachments: one's own, and those of things that one may read. */
@Injectable()
export class AttachmentsQuery {
  private readonly readers = new Map<string, AttachmentReader>();

  /** Adds somebody who decides on a kind of thing; see `Attachments.readableBy`. */
  readableBy(kind: string, reader: AttachmentReader): void {
    if (this.readers.has(kind)) throw new Error(`two readers of what is attached to a ${kind}`);
    this.readers.set(kind, reader);
  }

  /** @throws ACCESS.NOT_FOUND */
  async readable(ctx: Context, id: string): Promise<AttachmentEntity> {
    const attachment = await ctx.manager.findOneBy(AttachmentEntity, { id });
    if (attachment === null || attachment.state === 'removed') {
      throw refuseAccess('ACCESS.NOT_FOUND');
    }
    if (isOwn(ctx, attachment)) return attachment;
    const { subjectKind, subjectId } = attachment;
    if (subjectKind === null || subjectId === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const isReadable = await this.filterOf(ctx, subjectKind, subjectId);
    if (!isReadable(id)) throw refuseAccess('ACCESS.NOT_FOUND');
    return attachment;
  }

  /** One's own, by id. */
  async own(ctx: Context, limit: number, after?: string): Promise<AttachmentEntity[]> {
    const query = ctx.manager
      .createQueryBuilder(AttachmentEntity, 'attachment')
      .where(`attachment.state <> 'removed'`)
      .orderBy('attachment.id')
      .limit(limit);
    withinReach(query, ctx.reach('attachment.list'), { personId: 'attachment.owner_id' });
    if (after !== undefined) query.andWhere('attachment.id > :after', { after });
    return query.getMany();
  }

  /** What is attached to a thing, as far as the caller may read it; nothing where there is no such thing. */
  async of(
    ctx: Context,
    { kind, id }: AttachedTo,
    limit: number,
    after = '',
  ): Promise<AttachmentEntity[]> {
    const attached = await ctx.manager.find(AttachmentEntity, {
      where: { subjectKind: kind, subjectId: id },
      order: { id: 'ASC' },
    });
    const isReadable = await this.filterOf(ctx, kind, id);
    const found = attached.filter(
      (attachment) => isOwn(ctx, attachment) || isReadable(attachment.id),
    );
    return found.filter((attachment) => attachment.id > after).slice(0, limit);
  }

  private async filterOf(
    ctx: Context,
    kind: string,
    id: string,
  ): Promise<(attachmentId: string) => boolean> {
    const reader = this.readers.get(kind);
    if (reader === undefined) return () => false;
    try {
      return await reader(ctx, id);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'ACCESS.NOT_FOUND') return () => false;
      throw error;
    }
  }
}

function isOwn(ctx: Context, { ownerId }: AttachmentEntity): boolean {
  return ownerId === ctx.caller.personId;
}
