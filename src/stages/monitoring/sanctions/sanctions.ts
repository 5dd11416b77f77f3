import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import type { SanctionRule } from '../../../rules';
import type { SanctionEntity } from './sanction.entity';
import { SanctionRepository } from './sanction.repository';

/** A sanction as later stages see it. */
export type Sanction = Pick<SanctionEntity, 'id' | 'code'> & { readonly rules: SanctionRule };

/** Sanctions, for the stages after monitoring. */
@Injectable()
export class Sanctions {
  constructor(private readonly repository: SanctionRepository) {}

  /** What was imposed on a project, in that order. */
  async ofProject(ctx: Context, projectId: string): Promise<Sanction[]> {
    const sanctions = await this.repository.ofProject(ctx, projectId);
    return sanctions.map(({ id, code, rules }) => ({ id, code, rules }));
  }
}
