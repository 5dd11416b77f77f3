import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context';
import { Attachments, type NamedAttachment } from '../../registers/attachments';
import { People } from '../../registers/people';

/** Binds attachments to a bid: whatever was uploaded by those who act for its party. */
@Injectable()
export class AttachToBid {
  constructor(
    private readonly attachments: Attachments,
    private readonly people: People,
  ) {}

  /** @throws ATTACHMENTS.UNKNOWN, ATTACHMENTS.DIGEST_DIFFERS, ATTACHMENTS.INCOMPLETE, ATTACHMENTS.BOUND */
  async execute(
    ctx: Context,
    bidId: string,
    partyId: string,
    named: readonly NamedAttachment[],
  ): Promise<void> {
    if (named.length === 0) return;
    const uploaders = await this.people.holdersOf(ctx, 'applicant', partyId);
    await this.attachments.bind(ctx, { kind: 'bid', id: bidId }, named, uploaders);
  }
}
