import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';

/** The first row of a tenant, its top unit. */
@Injectable()
export class FoundTenantRepository {
  /** @returns false when a tenant of that code exists */
  async insertTop(
    ctx: Context,
    unit: { id: string; kind: string; code: string; name: string; path: string },
  ): Promise<boolean> {
    const rows: unknown[] = await ctx.manager.query(
      `INSERT INTO units (id, kind, code, name, path) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (code) WHERE parent_id IS NULL DO NOTHING RETURNING id`,
      [unit.id, unit.kind, unit.code, unit.name, unit.path],
    );
    return rows.length === 1;
  }
}
