import { Injectable } from '@nestjs/common';
import type { Facts } from '../../kernel/refusal';
import type { Context } from '../../platform/database/context';
import { Inbox } from '../../registers/inbox';
import type { NeedEntity } from './need.entity';
import { NeedRepository } from './need.repository';

/** Tells everyone who submitted or joined a need, or one that was merged into it, what became of it. */
@Injectable()
export class TellFollowers {
  constructor(
    private readonly needs: NeedRepository,
    private readonly inbox: Inbox,
  ) {}

  /** @param wording speaks of the need's `title` and of what the facts add */
  async execute(ctx: Context, need: NeedEntity, wording: string, facts: Facts): Promise<void> {
    const followers = await this.needs.followers(ctx, need.id);
    const subject = { kind: 'need', id: need.id };
    await this.inbox.write(ctx, followers, wording, subject, { title: need.title, ...facts });
  }
}
