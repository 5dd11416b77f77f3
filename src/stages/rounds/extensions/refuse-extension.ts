import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { requireFound } from '../../../platform/http/require-found';
import { People } from '../../../registers/people';
import { ExtensionBook } from './extension-book';
import type { ExtensionEntity } from './extension.entity';
import { ExtensionRepository } from './extension.repository';

/** The approver turns a proposed extension down: the deadline stays as it is, and another one may be proposed. */
@Injectable()
export class RefuseExtension {
  constructor(
    private readonly repository: ExtensionRepository,
    private readonly book: ExtensionBook,
    private readonly people: People,
  ) {}

  /** @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, PEOPLE.DUTIES_CONFLICT */
  async execute(ctx: Context, extensionId: string, reason: string): Promise<ExtensionEntity> {
    const extension = requireFound(await this.repository.lock(ctx, extensionId));
    const { unitPath, roundId } = extension;
    ctx.require('extension.refuse', { unitPath });
    ctx.matches(extension.version);
    await this.people.noteDuty(ctx, ctx.personId, roundId, 'organizer');
    extension.decidedBy = ctx.personId;
    extension.decidedAt = await ctx.now();
    extension.refusalReason = reason;
    await this.book.move(ctx, extension, 'refuse');
    return extension;
  }
}
