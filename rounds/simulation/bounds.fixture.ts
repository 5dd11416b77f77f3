import { parseAmount, type Fen } from '../../src/kernel/money';
import type { Award } from './award';
import type { SimulatedRound } from './simulated-round';
import { standingAwards } from './standing-awards';
import { totalOf } from './yuan';

/** Every bound of the rules that a simulated round has broken, in words; none when all is well. */
export function brokenBounds(round: SimulatedRound): string[] {
  return [...brokenInLots(round), ...brokenInProjects(round), ...brokenPots(round)];
}

function brokenInLots(round: SimulatedRound): string[] {
  const { rules, lots } = round;
  const all = lots.flatMap(standingAwards);
  return [
    ...lots.flatMap((lot) => {
      const own = standingAwards(lot);
      const bounds = rules.lots.find(({ code }) => code === lot.days.lot)!;
      const drawn = totalOf(own.map(({ amountFen, overrunFen }) => amountFen - overrunFen));
      return [
        ...above('winners', own.length, bounds.winners),
        ...above('lot budget', drawn, bounds.budget),
        ...(rules.award.variant === 'rank-within-budget'
          ? above('most', own.length, rules.award.most)
          : []),
      ];
    }),
    ...brokenInCategories(round, all),
    ...brokenForOrganizations(round, all),
  ];
}

function brokenInCategories({ rules }: SimulatedRound, all: readonly Award[]): string[] {
  const borrows =
    rules.award.variant === 'rank-within-quotas' &&
    rules.award.unfilledQuota.variant === 'next-best';
  const isByQuotas = rules.award.variant === 'rank-within-quotas';
  return rules.categories.flatMap(({ code, quota, budget, cap }) => {
    const own = all.filter(({ bid }) => bid.category === code);
    return [
      ...(isByQuotas && !borrows ? above(`quota ${code}`, own.length, quota) : []),
      ...(isByQuotas ? above(`budget ${code}`, totalOf(own.map(amountOf)), budget) : []),
      ...own.flatMap(({ amountFen }) => above(`cap ${code}`, amountFen, cap)),
    ];
  });
}

function brokenForOrganizations({ rules }: SimulatedRound, all: readonly Award[]): string[] {
  const { award } = rules;
  const most = award.variant === 'vote-off' ? undefined : award.mostPerOrganization;
  const own = Map.groupBy(all, ({ bid }) => bid.organization.no);
  return [...own.values()].flatMap(({ length }) => above('organization', length, most));
}

function brokenInProjects({ projects, qualification }: SimulatedRound): string[] {
  return projects.flatMap(({ award, tranches, paidFen, returnedFen, releasedFen, contract }) => {
    const { amountFen, overrunFen, bid, draws } = award;
    const planned = totalOf(tranches.map(({ amount }) => amount.amountFen));
    const requested = qualification.of(bid.bidId).requestedFen!;
    const late = tranches.filter(({ paidAt }) => paidAt !== null && paidAt < contract.signedAt);
    return [
      ...differing('tranches', planned, amountFen),
      ...differing('draws', totalOf(draws.map(amountOf)) + overrunFen, amountFen),
      ...differing('paid and released', paidFen + releasedFen, amountFen),
      ...above('request', amountFen, requested),
      ...above('returned', returnedFen, paidFen),
      ...above('paid before the contract', late.length, 0),
    ];
  });
}

function brokenPots({ sums }: SimulatedRound): string[] {
  return sums.pots.flatMap(({ fund, budgetFen, drawnFen, leftFen }) => [
    ...differing(`pot ${fund}`, drawnFen + leftFen, budgetFen),
    ...above(`pot ${fund}`, drawnFen, budgetFen),
  ]);
}

function above(
  name: string,
  value: Fen | number,
  most: string | number | Fen | undefined,
): string[] {
  if (most === undefined) return [];
  const bound = typeof most === 'string' ? parseAmount(most) : most;
  return value > bound ? [`${name}: ${value} > ${bound}`] : [];
}

function differing(name: string, value: Fen, wanted: Fen): string[] {
  return value === wanted ? [] : [`${name}: ${value} ≠ ${wanted}`];
}

function amountOf({ amountFen }: { readonly amountFen: Fen }): Fen {
  return amountFen;
}
