import type { Chance } from '../chance';
import { brands, endings } from './bidder-phrases';
import { creditCodeOf, type OrganizationKind } from './credit-code';
import { Names } from './names';
import { planBid, type BidPlan, type Flaw } from './bids';
import { themes, type Category } from './themes';

/** An organization of the city's round; invented, and its credit code belongs to nobody. */
export interface BidderPlan {
  readonly code: string;
  readonly organization: string;
  readonly kind: OrganizationKind;
  readonly creditCode: string;
  readonly registeredOn: string;
  readonly representative: string;
  readonly bids: readonly BidPlan[];
}

/** How many bids come in time and stay, by category. */
export const BIDS: Readonly<Record<Category, number>> = {
  elderly: 47,
  disability: 14,
  youth: 12,
  relief: 13,
  other: 19,
};

const PARTIES = 90;
/** The one that bids once more than is allowed. */
const GREEDY_BIDS = 3;
/** How many bids have each flaw, and how many were handed in once before. */
const FLAWS: readonly Flaw[] = ['section-missing', 'above-share', 'above-cap', 'charges'];
const OF_EACH_FLAW = 2;
const REPLACED = 6;
/** Registered too late to bid. */
const TOO_YOUNG = 3;

/** Some ninety organizations and their 105 bids, from a seed. */
export function planBidders(chance: Chance): BidderPlan[] {
  const own = chance.of('bidders');
  const names = new Names(own.of('names'));
  const mixedBrands = own.of('brands').shuffled(brands);
  const bids = planBids(own);
  return shareOut(bids).map((shared, n) => {
    const kind = kindOf(shared[0]!.category, own.of('kind', String(n)));
    return {
      code: String(n + 1).padStart(2, '0'),
      organization: `广州市番禺区${mixedBrands[n]!}${endingOf(shared[0]!.category, kind, own.of('ending', String(n)))}`,
      kind,
      creditCode: creditCodeOf(kind, 1000 + n),
      registeredOn: registeredOn(own.of('registered', String(n)), n),
      representative: names.next(),
      bids: shared,
    };
  });
}

function planBids(chance: Chance): BidPlan[] {
  const names = new Names(chance.of('teams'));
  const chosen = (Object.keys(BIDS) as Category[]).flatMap((category) => {
    const projects = themes[category].flatMap((theme) =>
      theme.projects.map((project) => ({ theme, project })),
    );
    return chance.of('projects', category).shuffled(projects).slice(0, BIDS[category]);
  });
  const places = chosen.map((_, n) => n);
  const flawed = chance.of('flaws').shuffled(places);
  const replaced = new Set(chance.of('replaced').shuffled(places).slice(0, REPLACED));
  return chosen.map(({ theme, project }, n) => {
    const flaw = FLAWS[Math.floor(flawed.indexOf(n) / OF_EACH_FLAW)] ?? null;
    const staff = [names.next(), names.next()] as const;
    const fate = { flaw, isReplaced: replaced.has(n) };
    return planBid(chance.of('bid', project), theme, project, staff, fate);
  });
}

/** One bid each at first; what is left over goes to those who bid twice, and one who bids a third time. */
function shareOut(bids: readonly BidPlan[]): BidPlan[][] {
  const shared = bids.slice(0, PARTIES).map((bid) => [bid]);
  const rest = bids.slice(PARTIES);
  for (const [n, bid] of rest.entries()) {
    const greedy = n < GREEDY_BIDS - 1;
    shared[greedy ? 20 : 20 + n]!.push(bid);
  }
  return shared;
}

function registeredOn(chance: Chance, n: number): string {
  const month = String(chance.whole(1, 12)).padStart(2, '0');
  const day = String(chance.whole(1, 28)).padStart(2, '0');
  const year = n % 30 === 7 && n < 30 * TOO_YOUNG ? '2019' : String(chance.whole(2006, 2018));
  return year === '2019' ? `2019-1${n % 2}-${day}` : `${year}-${month}-${day}`;
}

function kindOf(category: Category, chance: Chance): OrganizationKind {
  if (category === 'relief' && chance.whole(1, 4) === 1) return 'foundation';
  return chance.whole(1, 3) === 1 ? 'association' : 'service-institution';
}

const FITTING: Readonly<Record<OrganizationKind, RegExp>> = {
  foundation: /基金会$/,
  association: /会$/,
  'service-institution': /中心$/,
};

function endingOf(category: Category, kind: OrganizationKind, chance: Chance): string {
  const all: readonly string[] = endings[category];
  return chance.oneOf(
    all.filter((ending) => FITTING[kind].test(ending) && !isFundOfOther(ending, kind)),
  );
}

/** A foundation's name ends like an association's. */
function isFundOfOther(ending: string, kind: OrganizationKind): boolean {
  return kind !== 'foundation' && ending.endsWith('基金会');
}
