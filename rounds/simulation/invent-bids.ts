import type { Chance } from '../../demo/chance';
import type { Day } from '../../src/kernel/day';
import { standsFor, type RuleSet } from '../../src/rules';
import { inventBudget, type MoneyMistake } from './invent-budget';
import { inventOrganization } from './invent-organization';
import type { InventedBid } from './invented-bid';
import type { InventedOrganization } from './invented-organization';
import type { LotDays } from './lot-days';
import type { Play } from './play';

/** Bids for one organization: most make one, some more. */
const BIDS_PER_ORGANIZATION = 1.2;
/** Where there are many lots and few bids, they go to so many lots that each has some competition. */
const BIDS_PER_LOT = 4;
/** So many bids lack each thing that is asked for. */
const LACKS = 0.03;
const MISTAKE = 0.06;

/** Invents the bids of a round, numbered in the order in which they come in. */
export function inventBids(play: Play, days: readonly LotDays[], count: number): InventedBid[] {
  const organizations = inventOrganizations(play, days, count);
  const lots = days.slice(0, Math.max(1, Math.ceil(count / BIDS_PER_LOT)));
  return Array.from({ length: count }, (_, index) => {
    const chance = play.chance.of('bid', String(index));
    const organization = organizations[index] ?? chance.oneOf(organizations);
    return draftBid(play.rules, organization, chance.oneOf(lots), chance);
  })
    .sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
    .map((draft, index) => ({ ...draft, no: index + 1, bidId: identifierOf(index + 1) }));
}

function inventOrganizations(
  { rules, chance }: Play,
  days: readonly LotDays[],
  count: number,
): InventedOrganization[] {
  const closesOn = days.reduce<Day>(
    (last, { lastDay }) => (lastDay > last ? lastDay : last),
    days[0]!.lastDay,
  );
  return Array.from({ length: Math.ceil(count / BIDS_PER_ORGANIZATION) }, (_, index) =>
    inventOrganization(rules, index + 1, chance.of('organization', String(index)), closesOn),
  );
}

function draftBid(
  rules: RuleSet,
  organization: InventedOrganization,
  { lot, opensAt, closesAt }: LotDays,
  chance: Chance,
): Omit<InventedBid, 'no' | 'bidId'> {
  const { category, applicantClass } = organization;
  const place = { lot, category, applicantClass };
  const lacks = () => chance.next() < LACKS;
  const checks = rules.qualification.filter((check) => standsFor(check, place));
  const seconds = Math.floor((closesAt.getTime() - opensAt.getTime()) / 1000);
  // Most bids come in late: of two moments the later one.
  const after = Math.max(chance.whole(0, seconds - 1), chance.whole(0, seconds - 1));
  return {
    ...{ ...place, organization },
    receivedAt: new Date(opensAt.getTime() + after * 1000),
    money: inventBudget(rules, place, chance, inventMistake(chance)),
    merit: inventMerit(chance),
    serviceHours: chance.whole(20, 60) * 100,
    declarations: checks.flatMap((check) =>
      check.variant === 'declared' && !lacks() ? [check.code] : [],
    ),
    documents: checks.flatMap((check) =>
      check.variant === 'attached' && !lacks() ? [check.code] : [],
    ),
    faults: lacks() ? chance.whole(1, 3) : 0,
  };
}

function inventMistake(chance: Chance): MoneyMistake | null {
  if (chance.next() >= MISTAKE) return null;
  return chance.oneOf(['asks-too-much', 'brings-too-little', 'lines-out-of-limits']);
}

/** Around 0.7, seldom far from it: the mean of three. */
function inventMerit(chance: Chance): number {
  return 0.4 + (0.6 * (chance.next() + chance.next() + chance.next())) / 3;
}

function identifierOf(no: number): string {
  return `bid-${String(no).padStart(6, '0')}`;
}
