import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../platform/database/context';
import { AttachmentEntity } from './attachment.entity';

/** What arrived of each attachment; its bytes lie in the object store. */
@Injectable()
export class AttachmentRepository {
  async insert(ctx: Context, attachment: AttachmentEntity): Promise<void> {
    await ctx.manager.insert(AttachmentEntity, attachment);
  }

  async lock(ctx: Context, id: string): Promise<AttachmentEntity | null> {
    return ctx.manager.findOne(AttachmentEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Some of them, locked one after the other in the order of their ids. */
  async lockMany(ctx: Context, ids: readonly string[]): Promise<AttachmentEntity[]> {
    return ctx.manager.find(AttachmentEntity, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async update(ctx: Context, { id, ...values }: AttachmentEntity): Promise<void> {
    await ctx.manager.update(AttachmentEntity, { id }, values);
  }

  /** Notes that a chunk is kept; the same one twice is one. */
  async noteChunk(ctx: Context, attachmentId: string, n: number, size: number): Promise<void> {
    await ctx.manager.query(
      `INSERT INTO attachment_chunks (attachment_id, n, size) VALUES ($1, $2, $3)
       ON CONFLICT (attachment_id, n) DO UPDATE SET size = excluded.size`,
      [attachmentId, n, size],
    );
  }

  async countChunks(ctx: Context, attachmentId: string): Promise<number> {
    const rows: { n: number }[] = await ctx.manager.query(
      `SELECT count(*)::int AS n FROM attachment_chunks WHERE attachment_id = $1`,
      [attachmentId],
    );
    return rows[0]!.n;
  }
}
