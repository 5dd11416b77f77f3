import type { AwardCandidate, Count, CountKind, Full, HeldAward, Place } from './award-finding';
import {
  isByQuotas,
  lendsPlaces,
  mostAwards,
  mostPerOrganization,
  type AllocationRules,
} from './award-rules';

/** The place and the counts of an award, or the bound that is reached. */
export type PlaceFound = { readonly place: Place | null; readonly counts: readonly Count[] } | Full;

/** A bound on the number of awards that the rules set. */
interface Bound {
  readonly kind: CountKind;
  readonly of: number;
}

const NO_COUNTS: readonly Count[] = [];

/**
 * How many awards there are, against what bounds their number: of all, of the lot, for one organization, and the quotas of the
 * categories.
 */
export class AwardPlaces {
  private awards = 0;
  private readonly ofCategory = new Map<string, number>();
  private readonly ofOrganization = new Map<string, number>();
  private readonly quotas: ReadonlyMap<string, number>;
  /** The places of all quotas together, and how many of them are taken. */
  private readonly places: { taken: number; readonly of: number };
  private readonly lends: boolean;
  private readonly bounds: readonly Bound[];

  /** @param elsewhere the organizations of the awards of the round's other lots, one for each award */
  constructor(rules: AllocationRules, held: readonly HeldAward[], elsewhere: readonly string[]) {
    this.quotas = isByQuotas(rules) ? quotasOf(rules) : new Map<string, number>();
    this.places = { taken: 0, of: [...this.quotas.values()].reduce((all, one) => all + one, 0) };
    this.lends = lendsPlaces(rules);
    this.bounds = boundsOf(rules);
    elsewhere.forEach((organization) => this.countFor(organization));
    held.forEach((award) => this.take(award));
  }

  /** Counts an award. */
  take({ category, organization }: Pick<HeldAward, 'category' | 'organization'>): void {
    this.awards += 1;
    if (organization !== undefined) this.countFor(organization);
    if (category === null) return;
    this.ofCategory.set(category, this.takenBy(category) + 1);
    if (this.quotas.has(category)) this.places.taken += 1;
  }

  /**
   * The place for a bid, or what is full.
   * @param mayBorrow whether it may take a place that another category cannot fill
   */
  find(candidate: AwardCandidate, mayBorrow: boolean): PlaceFound {
    const counts: Count[] = [];
    for (const { kind, of } of this.bounds) {
      const taken = this.takenOf(kind, candidate);
      if (taken === null) continue;
      if (taken >= of) return { kind, taken, of };
      counts.push({ kind, no: taken + 1, of });
    }
    const place = this.placeIn(candidate.category, mayBorrow);
    if (place !== null && 'taken' in place) return place;
    return { place, counts: counts.length === 0 ? NO_COUNTS : counts };
  }

  /** How many awards count against a bound for a bid; null where nobody knows whose bid it is. */
  private takenOf(kind: CountKind, { organization }: AwardCandidate): number | null {
    if (kind !== 'organization') return this.awards;
    return organization === undefined ? null : (this.ofOrganization.get(organization) ?? 0);
  }

  private placeIn(category: string | null, mayBorrow: boolean): Place | Full | null {
    const quota = category === null ? undefined : this.quotas.get(category);
    if (category === null || quota === undefined) return null;
    const { taken, of } = this.places;
    const own = this.takenBy(category);
    if (this.lends && taken >= of) return { kind: 'places', taken, of };
    if (own < quota) return { no: own + 1, of: quota, isBorrowed: false };
    if (mayBorrow) return { no: taken + 1, of, isBorrowed: true };
    return { kind: 'quota', taken: own, of: quota };
  }

  private takenBy(category: string): number {
    return this.ofCategory.get(category) ?? 0;
  }

  private countFor(organization: string): void {
    this.ofOrganization.set(organization, (this.ofOrganization.get(organization) ?? 0) + 1);
  }
}

function quotasOf({ categories }: AllocationRules): Map<string, number> {
  return new Map(
    categories.flatMap(({ code, quota }) => (quota === undefined ? [] : [[code, quota] as const])),
  );
}

/** The bounds that the rules set, in the order in which a bid is held against them. */
function boundsOf({ award, lot }: AllocationRules): Bound[] {
  const bounds = [
    { kind: 'most', of: mostAwards(award) },
    { kind: 'winners', of: lot?.winners },
    { kind: 'organization', of: mostPerOrganization(award) },
  ] as const;
  return bounds.flatMap(({ kind, of }) => (of === undefined ? [] : [{ kind, of }]));
}
