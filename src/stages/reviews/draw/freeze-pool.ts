import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { Inbox } from '../../../registers/inbox';
import { People } from '../../../registers/people';
import type { Round } from '../../rounds';
import { PanelBook, processOf } from '../panels/panel-book';
import type { PanelEntity } from '../panels/panel.entity';
import { PanelRepository } from '../panels/panel.repository';
import { reviewWordings } from '../reviews.wordings';
import type { StoredMember } from './draw.entity';
import { shortfalls, type Shortfall } from './fill-seats';
import { freezePool, type Candidate, type FrozenPool } from './frozen-pool';
import { GatherCandidates, type Eligible, type Gathered } from './gather-candidates';

const SALT_BYTES = 32;

/**
 * Freezes the pool and the seats of a panel, hashed and recorded, before there is a seed. A pool that is too small is not
 * frozen: the organizer has to enlarge it, and the draw waits.
 */
@Injectable()
export class FreezePool {
  constructor(
    private readonly gather: GatherCandidates,
    private readonly repository: PanelRepository,
    private readonly book: PanelBook,
    private readonly inbox: Inbox,
    private readonly people: People,
  ) {}

  /** The caller has locked the panel, which is forming. @returns whether the pool could be frozen */
  async execute(ctx: Context, panel: PanelEntity, round: Round): Promise<boolean> {
    const gathered = await this.gather.execute(ctx, panel, round);
    const no = (await this.repository.drawsOf(ctx, panel.id)).length + 1;
    const [short] = this.shortfallsOf(gathered, round, no);
    if (short !== undefined) {
      await this.askForMore(ctx, panel, round, short);
      return false;
    }
    // Asked for more experts, the organizer says when all of them are in: the pool is not frozen after the first.
    if (panel.lacking !== null) return false;
    await this.freeze(ctx, panel, no, gathered);
    return true;
  }

  /** What the pool as it is now lacks for the vacant seats. */
  async lacking(ctx: Context, panel: PanelEntity, round: Round): Promise<Shortfall[]> {
    const no = (await this.repository.drawsOf(ctx, panel.id)).length + 1;
    return this.shortfallsOf(await this.gather.execute(ctx, panel, round), round, no);
  }

  private shortfallsOf(
    { vacancies, eligible }: Gathered,
    { ruleSet }: Round,
    no: number,
  ): Shortfall[] {
    // A later draw only fills what is vacant on a panel at work; asking for substitutes again could hold it up for ever.
    const substitutes = no === 1 ? ruleSet.panel.selection.substitutes : 0;
    const pool = eligible.map(({ seatCodes }) =>
      Object.fromEntries(seatCodes.map((code) => [code, code])),
    );
    return shortfalls(vacancies, substitutes, pool);
  }

  private async freeze(
    ctx: Context,
    panel: PanelEntity,
    no: number,
    { vacancies, eligible, excluded }: Gathered,
  ): Promise<void> {
    const candidates = eligible.map(saltedCandidate);
    const pool = freezePool(panel.id, no, vacancies, candidates);
    await this.repository.insertDraw(ctx, {
      panelId: panel.id,
      no,
      frozen: pool.text,
      poolDigest: pool.digest,
      members: membersOf(pool, eligible, candidates),
      excluded: [...excluded],
      frozenAt: await ctx.now(),
      entropy: null,
      seed: null,
      orders: null,
      drawnAt: null,
    });
    await this.book.move(ctx, panel, 'freeze', {
      body: { draw: no, poolDigest: pool.digest },
      audience: { public: true },
      nudges: [processOf(panel)],
    });
  }

  /** Asks once for each thing that lacks, however often the process looks. */
  private async askForMore(
    ctx: Context,
    panel: PanelEntity,
    round: Round,
    short: Shortfall,
  ): Promise<void> {
    if (isSame(panel.lacking, short)) return;
    panel.lacking = short;
    const { seat, needed, found } = short;
    await this.book.note(ctx, panel, 'reviews.pool-found-too-small', null, {
      body: { seat, needed, found },
    });
    const facts = { round: round.code, seat, needed, found };
    const subject = { kind: 'panel', id: panel.id };
    await this.inbox.withdraw(ctx, reviewWordings.poolTooSmall, panel.id);
    await this.inbox.open(ctx, {
      kind: reviewWordings.poolTooSmall,
      subject,
      to: { duty: 'organizer', scope: { kind: 'unit', id: round.unitId } },
      facts,
    });
    const organizers = await this.people.holdersAtUnit(ctx, 'organizer', round.unitPath);
    await this.inbox.write(ctx, organizers, reviewWordings.poolTooSmall, subject, facts);
  }
}

function isSame(a: Shortfall | null, b: Shortfall): boolean {
  return a?.seat === b.seat && a.needed === b.needed && a.found === b.found;
}

function saltedCandidate({ expertId, seatCodes }: Eligible): Candidate {
  const salts = seatCodes.map((code) => [code, randomBytes(SALT_BYTES)] as const);
  return { expertId, salts: Object.fromEntries(salts) };
}

function membersOf(
  pool: FrozenPool,
  eligible: readonly Eligible[],
  candidates: readonly Candidate[],
): StoredMember[] {
  return pool.document.pool.map((member) => {
    const expertId = pool.expertOf.get(Object.values(member)[0]!)!;
    const { personId } = eligible.find((one) => one.expertId === expertId)!;
    const { salts } = candidates.find((one) => one.expertId === expertId)!;
    const leaves = Object.entries(member).map(([code, leaf]) => [
      code,
      { leaf, salt: salts[code]!.toString('hex') },
    ]);
    return { expertId, personId, leaves: Object.fromEntries(leaves) as StoredMember['leaves'] };
  });
}
