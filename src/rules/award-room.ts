import { parseAmount, type Fen } from '../kernel/money';
import { drawFrom, fillPots, inPots, type Draw } from './pots';
import type { CategoryRules, FundPot, RuleSet } from './rule-set.types';

/** What of a rule set says who gets an award. */
export type AllocationRules = Pick<RuleSet, 'award' | 'categories'>;

/** A bid that passed, with the grant it asks for. */
export interface AwardCandidate {
  readonly bidId: string;
  readonly rank: number;
  /** The code of its category; null where bids are not told apart. */
  readonly category: string | null;
  readonly amountFen: Fen;
}

/** An award that has its place and its money already: the pots no longer hold what it takes. */
export type HeldAward = Pick<AwardCandidate, 'category' | 'amountFen'>;

/** The place among those of its quota that an award takes; or, borrowed, among those of all quotas together. */
export interface Place {
  readonly no: number;
  readonly of: number;
  /** Its own category is full, and it takes a place that another could not fill. */
  readonly isBorrowed: boolean;
}

/** What there was for a bid that fits, before it took its part. */
export interface Room {
  /** Null where its category has no quota. */
  readonly place: Place | null;
  /** What was left of its category's budget; null where that has none. */
  readonly budgetLeftFen: Fen | null;
  readonly leftFen: Fen;
  readonly draws: readonly Draw[];
}

/** What keeps a bid from an award, with what it was held against. */
export type Obstacle =
  | { readonly kind: 'quota' | 'places'; readonly taken: number; readonly of: number }
  | { readonly kind: 'budget' | 'pots'; readonly leftFen: Fen }
  | { readonly kind: 'stopped'; readonly at: AwardCandidate };

/** Whether there is room for a bid. */
export type Finding =
  | { readonly fits: true; readonly room: Room }
  | { readonly fits: false; readonly obstacle: Obstacle };

/** What is left while awards are given one after another: places and budgets of the categories, and the pots. */
export class AwardRoom {
  private pots: readonly Draw[];
  private readonly limits: ReadonlyMap<string, CategoryRules>;
  private readonly taken = new Map<string, { awards: number; amountFen: Fen }>();
  /** By category, and under null for all: at whom the rule stopped. */
  private readonly stops = new Map<string | null, AwardCandidate>();

  constructor(
    private readonly rules: AllocationRules,
    funding: readonly FundPot[],
    held: readonly HeldAward[],
  ) {
    this.pots = fillPots(funding);
    const isByQuotas = rules.award.variant === 'rank-within-quotas';
    this.limits = new Map(
      isByQuotas ? rules.categories.map((category) => [category.code, category]) : [],
    );
    held.forEach((award) => this.count(award));
  }

  get left(): readonly Draw[] {
    return this.pots;
  }

  /**
   * Gives a bid its part where there is room for it.
   * @param mayBorrow whether it may take a place that another category cannot fill
   */
  take(candidate: AwardCandidate, mayBorrow: boolean): Finding {
    const stop = this.stopFor(candidate);
    if (stop !== null) return { fits: false, obstacle: stop };
    const place = this.placeFor(candidate, mayBorrow);
    if (place !== null && 'kind' in place) return { fits: false, obstacle: place };
    const lack = this.lackFor(candidate);
    if (lack !== null) {
      this.stopAt(candidate, lack);
      return { fits: false, obstacle: lack };
    }
    const leftFen = inPots(this.pots);
    const room = { place, leftFen, budgetLeftFen: this.budgetLeftFen(candidate) };
    const { draws, left } = drawFrom(this.pots, candidate.amountFen);
    this.pots = left;
    this.count(candidate);
    return { fits: true, room: { ...room, draws } };
  }

  private count({ category, amountFen }: HeldAward): void {
    if (category === null) return;
    const { awards, amountFen: takenFen } = this.takenBy(category);
    this.taken.set(category, { awards: awards + 1, amountFen: takenFen + amountFen });
  }

  private takenBy(category: string): { awards: number; amountFen: Fen } {
    return this.taken.get(category) ?? { awards: 0, amountFen: 0n };
  }

  private limitsOf({ category }: HeldAward): CategoryRules | undefined {
    return category === null ? undefined : this.limits.get(category);
  }

  private placeFor(candidate: AwardCandidate, mayBorrow: boolean): Place | Obstacle | null {
    const limits = this.limitsOf(candidate);
    if (limits?.quota === undefined) return null;
    const all = this.allPlaces();
    const own = { taken: this.takenBy(limits.code).awards, of: limits.quota };
    if (lendsPlaces(this.rules) && all.taken >= all.of) return { kind: 'places', ...all };
    if (own.taken < own.of) return { no: own.taken + 1, of: own.of, isBorrowed: false };
    if (mayBorrow) return { no: all.taken + 1, of: all.of, isBorrowed: true };
    return { kind: 'quota', ...own };
  }

  /** The places of all quotas together, and how many of them are taken. */
  private allPlaces(): { taken: number; of: number } {
    let [taken, of] = [0, 0];
    for (const { code, quota } of this.limits.values()) {
      if (quota === undefined) continue;
      taken += this.takenBy(code).awards;
      of += quota;
    }
    return { taken, of };
  }

  private budgetLeftFen(candidate: AwardCandidate): Fen | null {
    const limits = this.limitsOf(candidate);
    if (limits?.budget === undefined) return null;
    return parseAmount(limits.budget) - this.takenBy(limits.code).amountFen;
  }

  private lackFor(candidate: AwardCandidate): Obstacle | null {
    const budgetLeftFen = this.budgetLeftFen(candidate);
    if (budgetLeftFen !== null && candidate.amountFen > budgetLeftFen) {
      return { kind: 'budget', leftFen: budgetLeftFen };
    }
    const leftFen = inPots(this.pots);
    return candidate.amountFen > leftFen ? { kind: 'pots', leftFen } : null;
  }

  private stopFor({ category }: AwardCandidate): Obstacle | null {
    const at = this.stops.get(null) ?? (category === null ? undefined : this.stops.get(category));
    return at === undefined ? null : { kind: 'stopped', at };
  }

  private stopAt(candidate: AwardCandidate, { kind }: Obstacle): void {
    if (this.rules.award.whenItDoesNotFit !== 'stop') return;
    if (kind === 'pots') this.stops.set(null, candidate);
    if (kind === 'budget') this.stops.set(candidate.category, candidate);
  }
}

/** Whether a place that a category cannot fill goes to another. */
export function lendsPlaces({ award }: AllocationRules): boolean {
  return award.variant === 'rank-within-quotas' && award.unfilledQuota.variant === 'next-best';
}
