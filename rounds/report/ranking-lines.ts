import { printAmount } from '../../src/kernel/money';
import type { AwardAmount, BilingualText, Placement } from '../../src/rules';
import type { Award, PlacedBid } from '../simulation/award';
import type { PlayedLot } from '../simulation/play-lot';
import type { SimulatedRound } from '../simulation/simulated-round';
import { failureLines } from './failure-lines';
import { bidNo, firstOf, heading, named, rowOf, table, type Column } from './lines';

const COLUMNS: readonly Column[] = [
  { title: '名次 rank', width: 9, isFigure: true },
  { title: '得分 score', width: 10, isFigure: true },
  { title: '申报 bid', width: 8 },
  { title: '组织 organization', width: 18 },
  { title: '类别 category', width: 16 },
  { title: '申请 asks for', width: 14, isFigure: true },
  { title: '立项 awarded', width: 14, isFigure: true },
  { title: '', width: 12 },
];
const OUTCOMES: Readonly<Record<Placement['outcome'], BilingualText>> = {
  awarded: { zh: '立项', en: 'awarded' },
  reserve: { zh: '备选', en: 'reserve' },
  notAwarded: { zh: '未立项', en: 'not awarded' },
  awaits: { zh: '待定', en: 'open' },
};
const MOST_ROWS = 45;
const MOST_LOTS = 12;

/** The ranking of each lot with the line of its money. */
export function rankingLines(round: SimulatedRound): string[] {
  const reviewed = round.lots.filter(({ review }) => review !== null);
  return [
    ...heading('五、得分、名次与立项', '5 Scores, ranking and awards'),
    ...reviewed.slice(0, MOST_LOTS).flatMap((lot) => lotLines(round, lot)),
    ...(reviewed.length > MOST_LOTS
      ? [`  …… 另有${reviewed.length - MOST_LOTS}个分包，见 --json more lots, see --json`]
      : []),
    ...failureLines(round),
  ];
}

function lotLines(round: SimulatedRound, lot: PlayedLot): string[] {
  const { review, days } = lot;
  const { name } = round.rules.lots.find(({ code }) => code === days.lot)!;
  const places = new Map(
    (lot.awards?.allocation?.placements ?? []).map((place) => [place.bidId, place] as const),
  );
  const lastAwarded = review!.placed.findLastIndex(
    ({ bid }) => places.get(bid.bidId)?.outcome === 'awarded',
  );
  const rows = review!.placed.flatMap((placed, index) => [
    rowOf(COLUMNS, cellsOf(round, lot, placed, places.get(placed.bid.bidId))),
    ...(index === lastAwarded ? [theLine(round, lot, index === review!.placed.length - 1)] : []),
  ]);
  const below = review!.ranking?.belowPassMark.length ?? 0;
  return [
    `  ${named(name)}：${review!.placed.length}个通过 passed${below === 0 ? '' : `，${below}个未达线 below the mark`}`,
    ...table(COLUMNS, []),
    ...firstOf(rows, MOST_ROWS),
  ];
}

function cellsOf(
  { qualification }: SimulatedRound,
  { review, awards }: PlayedLot,
  { bid, rank }: PlacedBid,
  place: Placement | undefined,
): string[] {
  const award = awards?.awards.find((one) => one.bid === bid);
  return [
    ...[String(rank), review!.scores.get(bid.bidId)?.score ?? '—', bidNo(bid.no)],
    `虚构 invented ${bid.organization.no}`,
    bid.category ?? '—',
    printAmount(qualification.of(bid.bidId).requestedFen ?? 0n),
    award === undefined ? '' : printAmount(award.amountFen),
    outcomeOf(award, place, awards?.amounts.get(bid.bidId)),
  ];
}

function outcomeOf(
  award: Award | undefined,
  place: Placement | undefined,
  amount: AwardAmount | undefined,
): string {
  if (award?.fell != null) return '立项后退出 fell away';
  if (award?.isFromReserve === true) return '递补 called up';
  if (place !== undefined) return named(OUTCOMES[place.outcome]);
  return amount === undefined ? '' : '无资助额 comes to nothing';
}

/** Where the awards end, and what is left. */
function theLine({ rules }: SimulatedRound, { awards }: PlayedLot, isLast: boolean): string {
  const left = (awards?.allocation?.left ?? [])
    .map(({ fund, amountFen }) => {
      const { name } = rules.funding.find(({ code }) => code === fund)!;
      return `${name.zh} ${printAmount(amountFen)}`;
    })
    .join('，');
  const end = isLast ? '全部立项 all are awarded' : '立项到此为止 here the awards end';
  return `  ------ ${end}；余 left: ${left} ------`;
}
