import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Context } from '../../../platform/database/context';
import { insertUnlessThere } from '../../../platform/database/insert-unless-there';
import { FilingEntity } from './filing.entity';

/** The rows of filings; they are added and never changed. */
@Injectable()
export class FilingRepository {
  /** @returns false when the contract was filed already */
  async insert(ctx: Context, filing: FilingEntity): Promise<boolean> {
    return insertUnlessThere(ctx.manager, FilingEntity, filing);
  }

  /** The filings of some contracts, by contract. */
  async of(ctx: Context, contractIds: readonly string[]): Promise<Map<string, FilingEntity>> {
    const rows = await ctx.manager.findBy(FilingEntity, { id: In([...contractIds]) });
    return new Map(rows.map((filing) => [filing.id, filing]));
  }
}
