import { Inject, Injectable } from '@nestjs/common';
import { printInstant, type Instant } from '../../kernel/instant';
import type { Context } from '../../platform/database/context';
import { INSTANCE, type Instance } from '../../platform/database/instance';
import { refuseClock } from './clock.refusals';
import { LegalTimeQuery, type LegalTime } from './legal-time.query';

/** Moves legal time forward, in a rehearsal alone. It is the one act without an audit event: it changes no fact of a round. */
@Injectable()
export class AdvanceClock {
  constructor(
    @Inject(INSTANCE) private readonly instance: Instance,
    private readonly legalTime: LegalTimeQuery,
  ) {}

  /** @throws CLOCK.NOT_A_REHEARSAL, CLOCK.UNDER_WAY, CLOCK.BACKWARDS */
  async execute(ctx: Context, until: Instant): Promise<LegalTime> {
    ctx.require('clock.advance', {});
    if (this.instance.mode !== 'rehearsal') throw refuseClock('CLOCK.NOT_A_REHEARSAL');
    const { now, target } = await this.legalTime.read(ctx);
    if (target !== null) throw refuseClock('CLOCK.UNDER_WAY', { target: printInstant(target) });
    if (until <= now) throw refuseClock('CLOCK.BACKWARDS', { now: printInstant(now) }, '/until');
    await this.legalTime.aim(ctx, until);
    return { now, target: until };
  }
}
