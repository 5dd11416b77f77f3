import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context';
import { panelOf } from '../../../rules';
import type { Round } from '../../rounds';
import { PanelBook, processOf } from '../panels/panel-book';
import type { PanelEntity } from '../panels/panel.entity';
import { PanelRepository } from '../panels/panel.repository';
import { AskForExperts } from './ask-for-experts';
import type { StoredMember } from './draw.entity';
import { shortfalls, type Shortfall } from './fill-seats';
import { freezePool, type Candidate, type FrozenPool } from './frozen-pool';
import { GatherCandidates, type Eligible, type Gathered } from './gather-candidates';

const SALT_BYTES = 32;

/**
 * Freezes the pool and the seats, hashed and recorded, before there is a seed. The first draw of a review is held for all of its
 * panels together, so that nobody is called to two of them; a later one for the panel that needs it. A pool that is too small
 * is not frozen: the organizer has to enlarge it, and the draw waits.
 */
@Injectable()
export class FreezePool {
  constructor(
    private readonly gather: GatherCandidates,
    private readonly repository: PanelRepository,
    private readonly askForExperts: AskForExperts,
    private readonly book: PanelBook,
  ) {}

  /** @param review the panel, which is forming, with the others of its review; the caller has locked them */
  async execute(
    ctx: Context,
    panel: PanelEntity,
    review: readonly PanelEntity[],
    round: Round,
  ): Promise<void> {
    const { no, together } = await this.nextDraw(ctx, panel, review);
    const gathered = await this.gather.execute(ctx, together, round);
    const short = shortfallsOf(gathered, together, round, no);
    for (const one of together) {
      const [lack] = ofPanel(short, gathered, one);
      if (lack !== undefined) await this.askForExperts.execute(ctx, one, round, lack);
    }
    // Asked for more experts, the organizer says when all of them are in: the pool is not frozen after the first.
    if (short.length > 0 || together.some(({ lacking }) => lacking !== null)) return;
    await this.freeze(ctx, together, no, gathered);
  }

  /** What the pool as it is now lacks for the vacant seats of a panel. */
  async lacking(ctx: Context, panel: PanelEntity, round: Round): Promise<Shortfall[]> {
    const review = await this.repository.ofReview(ctx, panel);
    const { no, together } = await this.nextDraw(ctx, panel, review);
    const gathered = await this.gather.execute(ctx, together, round);
    return ofPanel(shortfallsOf(gathered, together, round, no), gathered, panel);
  }

  private async nextDraw(
    ctx: Context,
    panel: PanelEntity,
    review: readonly PanelEntity[],
  ): Promise<{ no: number; together: readonly PanelEntity[] }> {
    const no = (await this.repository.drawsOf(ctx, panel.id)).length + 1;
    return { no, together: no === 1 ? review : [panel] };
  }

  private async freeze(
    ctx: Context,
    together: readonly PanelEntity[],
    no: number,
    { vacancies, eligible, excluded }: Gathered,
  ): Promise<void> {
    const candidates = eligible.map(saltedCandidate);
    const panelIds = together.map(({ id }) => id);
    const pool = freezePool(panelIds, no, vacancies, candidates);
    const members = membersOf(pool, eligible, candidates);
    const frozenAt = await ctx.now();
    for (const panel of together) {
      await this.repository.insertDraw(ctx, {
        panelId: panel.id,
        no,
        frozen: pool.text,
        poolDigest: pool.digest,
        members: forSeatsOf(panel, members, vacancies),
        excluded: [...(excluded.get(panel.id) ?? [])],
        frozenAt,
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
  }
}

function shortfallsOf(
  { vacancies, eligible }: Gathered,
  together: readonly PanelEntity[],
  { ruleSet }: Round,
  no: number,
): Shortfall[] {
  const pool = eligible.map(({ seatCodes }) =>
    Object.fromEntries(seatCodes.map((code) => [code, code])),
  );
  const substitutesFor = (code: string): number => {
    // A later draw only fills what is vacant on a panel at work; asking for substitutes again could hold it up for ever.
    if (no > 1) return 0;
    const { panelId } = vacancies.find((vacancy) => vacancy.code === code)!;
    const panel = together.find(({ id }) => id === panelId)!;
    const { selection } = panelOf(ruleSet, panel.code);
    return selection.variant === 'draw' ? selection.substitutes : 0;
  };
  return shortfalls(vacancies, substitutesFor, pool);
}

function ofPanel(
  short: readonly Shortfall[],
  { vacancies }: Gathered,
  { id }: PanelEntity,
): Shortfall[] {
  return short.filter(({ seat }) =>
    vacancies.some(({ panelId, code }) => panelId === id && code === seat),
  );
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

/** Who may sit on a panel, with the leaves for its seats alone. */
function forSeatsOf(
  { id }: PanelEntity,
  members: readonly StoredMember[],
  vacancies: Gathered['vacancies'],
): StoredMember[] {
  const codes = vacancies.filter(({ panelId }) => panelId === id).map(({ code }) => code);
  return members
    .map(({ leaves, ...member }) => ({
      ...member,
      leaves: Object.fromEntries(Object.entries(leaves).filter(([code]) => codes.includes(code))),
    }))
    .filter(({ leaves }) => Object.keys(leaves).length > 0);
}
