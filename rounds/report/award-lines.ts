import { parseAmount, printAmount } from '../../src/kernel/money';
import type { BilingualText, RuleSet } from '../../src/rules';
import type { Award, Fall } from '../simulation/award';
import type { SimulatedRound } from '../simulation/simulated-round';
import { standingAwards } from '../simulation/standing-awards';
import { totalOf } from '../simulation/yuan';
import { bidNo, firstOf, heading, named, table, type Column } from './lines';

const POTS: readonly Column[] = [
  { title: '资金 pot', width: 50 },
  { title: '预算 budget', width: 16, isFigure: true },
  { title: '立项 awarded', width: 16, isFigure: true },
  { title: '结余 left', width: 16, isFigure: true },
];
const CATEGORIES: readonly Column[] = [
  { title: '类别 category', width: 50 },
  { title: '立项 awards', width: 11, isFigure: true },
  { title: '名额 quota', width: 10, isFigure: true },
  { title: '金额 amount', width: 16, isFigure: true },
  { title: '经费 budget', width: 16, isFigure: true },
];
/** How it is called why an award fell away. */
export const FALLS: Readonly<Record<Fall, BilingualText>> = {
  excluded: { zh: '经裁定退出', en: 'out by the decision of a person' },
  'not-signed': { zh: '未签约（虚构）', en: 'did not sign (invented)' },
  'comes-to-nothing': { zh: '审定后无资助额', en: 'comes to nothing when it is settled' },
};
const MOST_FALLS = 20;

/** What the pots pay, what the categories get, who fell away and who came up for them. */
export function awardLines(round: SimulatedRound): string[] {
  const { rules, lots, sums } = round;
  const standing = lots.flatMap(standingAwards);
  const fallen = lots.flatMap(({ awards }) =>
    (awards?.awards ?? []).filter(({ fell }) => fell !== null),
  );
  const calledUp = standing.filter(({ isFromReserve }) => isFromReserve);
  return [
    ...heading('六、资金、类别与备选', '6 Pots, categories and reserve'),
    ...table(
      POTS,
      sums.pots.map(({ fund, budgetFen, drawnFen, leftFen }) => [
        named(rules.funding.find(({ code }) => code === fund)!.name),
        ...[budgetFen, drawnFen, leftFen].map(printAmount),
      ]),
    ),
    ...(sums.beyondPotsFen === 0n
      ? []
      : [`  超出资金部分 beyond the pots: ${printAmount(sums.beyondPotsFen)}`]),
    ...categoryLines(rules, standing),
    ...titleLines(rules, standing),
    `  备选 reserve: ${reserveOf(round)} · 退出 fell away: ${fallen.length} · 递补 called up: ${calledUp.length}`,
    ...firstOf(
      fallen.map(({ bid, fell }) => `    ${bidNo(bid.no)} ${named(FALLS[fell!])}`),
      MOST_FALLS,
    ),
  ];
}

function categoryLines({ categories }: RuleSet, standing: readonly Award[]): string[] {
  if (categories.length === 0) return [];
  return table(
    CATEGORIES,
    categories.map(({ code, name, quota, budget }) => {
      const own = standing.filter(({ bid }) => bid.category === code);
      return [
        named(name),
        String(own.length),
        quota === undefined ? '—' : String(quota),
        printAmount(totalOf(own.map(({ amountFen }) => amountFen))),
        budget === undefined ? '—' : printAmount(parseAmount(budget)),
      ];
    }),
  );
}

function titleLines({ titles = [] }: RuleSet, standing: readonly Award[]): string[] {
  return titles.map(({ name, from, to }) => {
    const holders = standing.filter(({ rank }) => from <= rank && rank <= to);
    return `  称号 title ${named(name)}: ${holders.map(({ bid }) => bidNo(bid.no)).join(' ')}`;
  });
}

function reserveOf({ lots }: SimulatedRound): number {
  const waiting = lots.flatMap(({ awards }) =>
    (awards?.allocation?.placements ?? []).filter(({ outcome }) => outcome === 'reserve'),
  );
  return waiting.length;
}
