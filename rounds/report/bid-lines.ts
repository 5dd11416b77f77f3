import { printAmount, type Fen } from '../../src/kernel/money';
import type { BilingualText } from '../../src/rules';
import type { InventedBid } from '../simulation/invented-bid';
import type { SimulatedRound } from '../simulation/simulated-round';
import { totalOf } from '../simulation/yuan';
import { firstOf, heading, named, table, type Column } from './lines';

const COLUMNS: readonly Column[] = [
  { title: '', width: 56 },
  { title: '申报 bids', width: 10, isFigure: true },
  { title: '申请额 asked for', width: 18, isFigure: true },
];
const MOST_ROWS = 12;

/** What came in, by lot, category and class of applicants. */
export function bidLines({ rules, bids, qualification }: SimulatedRound): string[] {
  const asked = (bid: InventedBid) => qualification.of(bid.bidId).requestedFen ?? 0n;
  const rows = (
    list: readonly { readonly code: string; readonly name: BilingualText }[],
    codeOf: (bid: InventedBid) => string | null,
  ) =>
    list.map(({ code, name }) => {
      const own = bids.filter((bid) => codeOf(bid) === code);
      return rowFor(named(name), own.map(asked));
    });
  const organizations = new Set(bids.map(({ organization }) => organization.no)).size;
  return [
    ...heading('二、收到的申报', '2 What came in'),
    `  ${organizations}个组织 organizations`,
    ...table(COLUMNS, [rowFor('合计 total', bids.map(asked))]),
    ...section('分包 lots', rules.lots.length > 1 ? rows(rules.lots, ({ lot }) => lot) : []),
    ...section(
      '类别 categories',
      rows(rules.categories, ({ category }) => category),
    ),
    ...section(
      '申报主体 classes of applicants',
      rows(rules.applicants?.classes ?? [], ({ applicantClass }) => applicantClass),
    ),
  ];
}

function section(title: string, rows: readonly string[][]): string[] {
  if (rows.length === 0) return [];
  const [, ...body] = table(COLUMNS, rows);
  return [`  ${title}`, ...firstOf(body, MOST_ROWS)];
}

function rowFor(name: string, asked: readonly Fen[]): string[] {
  return [name, String(asked.length), printAmount(totalOf(asked))];
}
