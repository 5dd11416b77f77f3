import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parse } from 'yaml';
import { parseAmount } from '../src/kernel/money';
import { compareRatios, mean, parseRatio, roundHalfUp, sum } from '../src/kernel/ratio';
import { projectRoot } from '../src/platform/embedded';
import {
  allocateAwards,
  parseRuleSet,
  rankBids,
  sheetsAggregator,
  type Allocation,
  type Ranking,
  type RuleSet,
  type Sheet,
} from '../src/rules';

const BIDS = 100_000;
const SHEETS = 7;
const CRITERIA = 10;
/** Sheets are read so many bids at a time: rows of a query, and not one text of a hundred megabytes. */
const PORTION = 1_000;
/** One bid in so many is reckoned again by plain fractions. */
const CHECKED = 101;
const VALIDATIONS = 200;

/** A bid of the lot with its sheets. */
interface Bid {
  readonly bidId: string;
  readonly receivedAt: Date;
  readonly category: string;
  readonly amountFen: bigint;
  readonly sheets: readonly Sheet[];
}

/** What ranking and allocating one large lot took, in milliseconds of processor time unless they say otherwise. */
export interface RankAllocateRun {
  /** Reading the sheets from their JSON text. */
  readonly parsedMs: number;
  /** From the sheets to the awards. */
  readonly ranMs: number;
  readonly aggregatedMs: number;
  readonly rankedMs: number;
  readonly allocatedMs: number;
  /** The same by the clock, with whatever else the machine had to do. */
  readonly clockMs: number;
  /** The most memory that the process held, its bids included. */
  readonly residentMb: number;
  /** Reading a rule set that is an object already: the first time, and one of the next on average. */
  readonly firstValidatedMs: number;
  readonly validatedMs: number;
}

/**
 * Ranks and allocates one large lot and sends what that took to the process that started it. A process of its own: nothing is
 * compiled beforehand, and the memory is nobody else's.
 */
function main(): void {
  const document: unknown = parse(
    readFileSync(join(projectRoot(), 'examples/city-round/rule-set.yaml'), 'utf8'),
  );
  const first = timed(() => parseRuleSet(document));
  const next = timed(() => {
    for (let n = 0; n < VALIDATIONS; n += 1) parseRuleSet(document);
  });
  const rules = largeLot(first.result);
  const { bids, parsedMs } = readBids(rules);
  const { took, ranking, allocation } = rankAndAllocate(rules, bids);
  const run: RankAllocateRun = {
    ...took,
    parsedMs,
    residentMb: process.resourceUsage().maxRSS / 1024,
    firstValidatedMs: first.ms,
    validatedMs: next.ms / VALIDATIONS,
  };
  requireExact(rules, bids, ranking, allocation);
  process.send?.(run);
}

/** What an act took of the processor, all threads together, and by the clock. */
function timed<Result>(act: () => Result) {
  const [used, beganAt] = [process.cpuUsage(), performance.now()];
  const result = act();
  const clockMs = performance.now() - beganAt;
  const { user, system } = process.cpuUsage(used);
  return { result, ms: (user + system) / 1000, clockMs };
}

/** The rules of the city's round with ten criteria, and with places and money for a part of the bids. */
function largeLot(rules: RuleSet): RuleSet {
  const criteria = Array.from({ length: CRITERIA }, (_, n) => ({
    ...{ code: `criterion-${n + 1}`, name: { zh: '评分项', en: 'A criterion' }, points: 10 },
  }));
  return {
    ...rules,
    scoring: { ...rules.scoring, criteria, totalPoints: 10 * CRITERIA, scoreDecimals: 1 },
    categories: rules.categories.map((category) => ({ ...category, quota: BIDS / 10 })),
    funding: ['lottery', 'fiscal'].map((code) => ({
      ...{ ...rules.funding[0]!, code, amount: '1500000000.00' },
    })),
  };
}

/** Everything from the sheets to the awards. */
function rankAndAllocate(rules: RuleSet, bids: readonly Bid[]) {
  const { scoring, funding } = rules;
  // What reading the bids left behind is not the engines' to clear away.
  globalThis.gc!();
  const aggregated = timed(() => {
    const aggregate = sheetsAggregator(scoring);
    return bids.map(({ bidId, receivedAt, sheets }) => ({
      ...{ bidId, receivedAt, score: aggregate(sheets).score },
    }));
  });
  const ranked = timed(() => rankBids(scoring, aggregated.result));
  const allocated = timed(() => {
    const byId = new Map(bids.map((bid) => [bid.bidId, bid]));
    const candidates = ranked.result.ranked.map(({ bidId, rank }) => {
      const { category, amountFen } = byId.get(bidId)!;
      return { bidId, rank, category, amountFen };
    });
    return allocateAwards(rules, funding, candidates);
  });
  return {
    ...{ ranking: ranked.result, allocation: allocated.result },
    took: {
      ...{ aggregatedMs: aggregated.ms, rankedMs: ranked.ms, allocatedMs: allocated.ms },
      ranMs: aggregated.ms + ranked.ms + allocated.ms,
      clockMs: aggregated.clockMs + ranked.clockMs + allocated.clockMs,
    },
  };
}

/** Bids whose sheets come from JSON text, as rows of the database do; the same in every run. */
function readBids({ scoring, categories }: RuleSet): { bids: Bid[]; parsedMs: number } {
  const next = seeded(20_200_410);
  const codes = scoring.criteria.map(({ code }) => code);
  const textOf = (bid: number) =>
    JSON.stringify(
      Array.from({ length: SHEETS }, (_, n) => ({
        sheetId: `sheet-${bid}-${n}`,
        scores: Object.fromEntries(codes.map((code) => [code, String((40 + next(61)) / 10)])),
      })),
    );
  const bids: Bid[] = [];
  let parsedMs = 0;
  while (bids.length < BIDS) {
    const text = `[${Array.from({ length: PORTION }, (_, n) => textOf(bids.length + n)).join()}]`;
    const { result, ms } = timed(() => JSON.parse(text) as Sheet[][]);
    parsedMs += ms;
    for (const sheets of result) {
      bids.push({
        bidId: `bid-${String(bids.length).padStart(6, '0')}`,
        receivedAt: new Date(Date.UTC(2020, 2, 10) + next(2_000_000_000)),
        category: categories[next(categories.length)]!.code,
        amountFen: BigInt(1_000_000 + next(20_000_000)),
        sheets,
      });
    }
  }
  return { bids, parsedMs };
}

/** Whole numbers below a bound that look random and are the same in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** @throws Error when a score is not that of plain fractions, a place not that of its score, or the money does not come out to the fen */
function requireExact(
  { funding }: RuleSet,
  bids: readonly Bid[],
  { ranked, belowPassMark }: Ranking,
  { placements, left }: Allocation,
): void {
  const found = new Map([...ranked, ...belowPassMark].map(({ bidId, score }) => [bidId, score]));
  for (let n = 0; n < bids.length; n += CHECKED) {
    const { bidId, sheets } = bids[n]!;
    const totals = sheets.map(({ scores }) => sum(Object.values(scores).map(parseRatio)));
    mustHold(found.get(bidId) === roundHalfUp(mean(totals), 2), `the score of ${bidId}`);
  }
  const scores = ranked.map(({ score }) => parseRatio(score));
  mustHold(
    scores.every((score, n) => n === 0 || compareRatios(scores[n - 1]!, score) >= 0),
    'the order of the scores',
  );
  mustHold(found.size === bids.length && placements.length === ranked.length, 'the number of bids');
  const given = placements.flatMap(({ draws }) => draws);
  for (const { code, amount } of funding) {
    const parts = [...given, ...left].filter(({ fund }) => fund === code);
    const total = parts.reduce((fen, { amountFen }) => fen + amountFen, 0n);
    mustHold(total === parseAmount(amount), `the money of ${code}`);
  }
}

function mustHold(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not exact: ${what}`);
}

main();
