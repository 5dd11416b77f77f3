import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import type { Context } from '../../../platform/database/context';
import { refuseAccess } from '../../../platform/http/platform.refusals';
import { Inbox } from '../../../registers/inbox';
import type { PanelEntity } from '../panels/panel.entity';
import { PanelRepository } from '../panels/panel.repository';
import { panelTransitions } from '../panels/panel.transitions';
import { refuseReviews } from '../reviews.refusals';
import { reviewWordings } from '../reviews.wordings';
import type { SeatEntity } from '../seats/seat.entity';
import { SeatRepository } from '../seats/seat.repository';
import { ReportRepository } from './report.repository';
import type { SignatureEntity } from './signature.entity';

/** How a member stands to the report. */
interface Verdict {
  readonly agrees: boolean;
  readonly isDeemed: boolean;
  readonly dissent: string | null;
}

/** Takes the members' signatures under the report: each agrees, or writes the dissent with its reasons. */
@Injectable()
export class SignReport {
  constructor(
    private readonly panels: PanelRepository,
    private readonly seats: SeatRepository,
    private readonly repository: ReportRepository,
    private readonly inbox: Inbox,
  ) {}

  /**
   * @throws ACCESS.NOT_FOUND, STATE.OUT_OF_ORDER, REVIEWS.ALREADY_SIGNED, REVIEWS.DISSENT_REQUIRED, REVIEWS.DISSENT_UNCLEAR
   * @source 政府采购法实施条例 art. 41
   */
  async execute(
    ctx: Context,
    panelId: string,
    agrees: boolean,
    dissent: string | null,
  ): Promise<SignatureEntity> {
    const panel = await this.panels.lock(ctx, panelId);
    if (panel === null) throw refuseAccess('ACCESS.NOT_FOUND');
    const seated = await this.seats.seated(ctx, panelId);
    ctx.require('panelReport.sign', { assignedIds: seated.map(({ personId }) => personId) });
    ctx.matches(panel.version);
    // A report is signed from when it is made until the last member has signed.
    panelTransitions.next(panel.state, 'report');
    const seat = seated.find(({ personId }) => personId === ctx.personId)!;
    const signed = await this.repository.signaturesOf(ctx, panelId);
    if (signed.some(({ seatId }) => seatId === seat.id)) {
      throw refuseReviews('REVIEWS.ALREADY_SIGNED');
    }
    if (!agrees && dissent === null)
      throw refuseReviews('REVIEWS.DISSENT_REQUIRED', {}, '/dissent');
    if (agrees && dissent !== null) throw refuseReviews('REVIEWS.DISSENT_UNCLEAR', {}, '/dissent');
    await this.inbox.done(ctx, reviewWordings.sign, panel.id, seat.personId);
    return this.sign(ctx, panel, seat, { agrees, isDeemed: false, dissent });
  }

  /** The time to sign is over: whoever neither signed nor dissented agrees. The caller has locked the panel. */
  async forSilent(ctx: Context, panel: PanelEntity): Promise<void> {
    if (panel.state !== 'ranked') return;
    const signed = await this.repository.signaturesOf(ctx, panel.id);
    for (const seat of await this.seats.seated(ctx, panel.id)) {
      if (signed.some(({ seatId }) => seatId === seat.id)) continue;
      await this.inbox.lapse(ctx, reviewWordings.sign, panel.id, seat.personId);
      await this.sign(ctx, panel, seat, { agrees: true, isDeemed: true, dissent: null });
    }
  }

  private async sign(
    ctx: Context,
    panel: PanelEntity,
    seat: SeatEntity,
    verdict: Verdict,
  ): Promise<SignatureEntity> {
    const { digest } = (await this.repository.findRanking(ctx, panel.id))!;
    const signature: SignatureEntity = {
      id: newId(),
      panelId: panel.id,
      seatId: seat.id,
      personId: seat.personId,
      rankingDigest: digest,
      ...verdict,
      signedAt: await ctx.now(),
      version: 1,
    };
    await this.repository.insertSignature(ctx, signature);
    await ctx.record({
      name: 'reviews.signature-given',
      aggregate: { kind: 'signature', id: signature.id, version: 1 },
      move: null,
      roundId: panel.roundId,
      body: {
        panelId: panel.id,
        seatId: seat.id,
        digest,
        agrees: verdict.agrees,
        isDeemed: verdict.isDeemed,
      },
      audience: { unitPaths: [panel.unitPath], personIds: [seat.personId] },
      nudges: [{ kind: 'panelReview', id: panel.id }],
    });
    return signature;
  }
}
