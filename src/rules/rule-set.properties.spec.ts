import * as fc from 'fast-check';
import { addDays, dayOf, toDay, type Day } from '../kernel/day';
import { toInstant } from '../kernel/instant';
import { contradictionsIn } from './rule-set.contradictions';
import { features, type Feature } from './round-features.fixture';
import { parseRuleSet } from './rule-set';
import type { RuleSet } from './rule-set.types';
import { RulesRefused } from './rules.refusals';
import { smallRound } from './small-round.fixture';
import { lastDayBefore } from './timetable-order';

const base = smallRound();

/** The small round with changes; read once, as a property changes it thousands of times. */
function round(...changes: readonly Feature[]): RuleSet {
  const rules = structuredClone(base);
  rules.provenance = [];
  for (const change of changes) change(rules);
  return rules;
}

/** Twenty days of a year and a half; where they are in order, rules made of them in order are often without a fault. */
const days = fc
  .array(fc.integer({ min: 0, max: 500 }), { minLength: 20, maxLength: 20 })
  .chain((all) => {
    const sorted = [...all].sort((x, y) => x - y);
    // A few of them are put elsewhere, or none.
    const moved = fc.array(fc.tuple(fc.nat(19), fc.integer({ min: 0, max: 500 })), {
      maxLength: 2,
    });
    return moved.map((some) => {
      for (const [place, n] of some) sorted[place] = n;
      return sorted.map((n) => addDays(toDay('2020-01-01'), n));
    });
  });

const startOf = (day: Day) => `${day}T00:00:00+08:00`;

/** The small round with every day of it taken from a list, in the order of the process. */
function timed(list: readonly Day[]): RuleSet {
  let index = 0;
  const next = (): Day => list[index++]!;
  const { forwarding, noticeAndChallenges, votesInScore, evaluationDays } = features;
  return round(forwarding, noticeAndChallenges, votesInScore, evaluationDays, (r) => {
    const [midterm, final] = r.evaluations;
    r.timetable.callOpensAt = startOf(next());
    r.timetable.callClosesAt = startOf(next());
    r.votes!.opensAt = startOf(next());
    r.votes!.closesAt = startOf(next());
    r.forwarding!.forEach((layer) => (layer.dueOn = next()));
    Object.assign(r.notice, { firstDay: next(), lastDay: next() });
    r.timetable.projectFrom = next();
    Object.assign(midterm!, { opensOn: next(), dueOn: next() });
    r.reports[0]!.dueOn = next();
    r.timetable.projectTo = next();
    Object.assign(final!, { opensOn: next(), selfReportFrom: next(), reviewFrom: next() });
    final!.selfReportTo = startOf(next());
    Object.assign(final!, { dueOn: next(), resultBy: next() });
    r.reports[1]!.dueOn = next();
  });
}

/** Chains of days, each of which comes no earlier than the one before it. */
function chains(r: RuleSet): (string | undefined)[][] {
  const { timetable: t, votes, forwarding, notice, evaluations, reports } = r;
  const [midterm, final] = evaluations;
  const opens = dayOf(toInstant(t.callOpensAt));
  const closes = lastDayBefore(t.callClosesAt);
  return [
    [opens, closes, ...forwarding!.map(({ dueOn }) => dueOn), t.projectFrom, t.projectTo],
    [closes, notice.firstDay, notice.lastDay],
    [opens, dayOf(toInstant(votes!.opensAt!)), dayOf(toInstant(votes!.closesAt!))],
    [t.projectFrom, midterm!.opensOn, midterm!.dueOn, t.projectTo, final!.dueOn, final!.resultBy],
    [t.projectFrom, final!.opensOn, final!.reviewFrom, final!.dueOn],
    [final!.selfReportFrom, lastDayBefore(final!.selfReportTo!), final!.dueOn],
    [final!.selfReportFrom, final!.reviewFrom],
    [t.projectFrom, ...reports.map(({ dueOn }) => dueOn)],
  ];
}

const inOrder = (days: readonly (string | undefined)[]) =>
  days.every((one, index) => index === 0 || days[index - 1]! <= one!);

describe('the days of rules without contradictions', () => {
  it('are in the order of the process, and days in that order are no contradiction', () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(days, (list) => {
        const rules = timed(list);
        const isTaken = contradictionsIn(rules).length === 0;
        seen[isTaken ? 'taken' : 'refused'] += 1;
        const { callOpensAt, callClosesAt, projectFrom } = rules.timetable;
        const { opensAt, closesAt } = rules.votes!;
        const areMomentsInOrder =
          toInstant(callOpensAt) < toInstant(callClosesAt) &&
          toInstant(callOpensAt) <= toInstant(opensAt!) &&
          toInstant(opensAt!) < toInstant(closesAt!) &&
          projectFrom >= dayOf(toInstant(callClosesAt));
        expect(isTaken).toBe(areMomentsInOrder && chains(rules).every(inOrder));
      }),
      { numRuns: 1_000 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(100);
  });
});

/** What may stand in the place of a value so that the shape is mostly kept: its like, at the bounds and beyond. */
const LIKES: readonly (readonly [like: RegExp, values: readonly unknown[]])[] = [
  [/^\d{4}-\d{2}-\d{2}$/, ['0001-01-01', '9999-12-31', '2020-02-30', '2020-04-11', '2021-01-01']],
  [
    /^\d{4}-\d{2}-\d{2}T/,
    ['0001-01-01T00:00:00+08:00', '9999-12-31T23:59:59.999+08:00', '2020-04-11T00:00:00+08:00'],
  ],
  [/^\d+\.\d{2}$/, ['0.00', '0.01', '9999999999999.99', '10000000.00', '1000000.00', '0.001']],
  [/^\d+(\.\d+)?$/, ['0', '1', '0.5', '0.000001', '100', '999999.9999', '01']],
  [/^(true|false)$/, [true, false]],
];
const NUMBERS = [0, 1, 2, 3, 4, 7, 10, 100, 10_000, -1, 1.5, 2 ** 53, -0];
const NAMES = [
  ...[
    'elderly',
    'second',
    'nobody',
    'expert',
    'midterm',
    'final',
    'materials',
    'procurement',
    'TW',
  ],
  ...[
    'draw',
    'appointment',
    'contract-signed',
    'entitlement',
    'stop',
    'partial',
    'pricing',
    '益创',
  ],
];

const OF_SHAPE: ReadonlySet<string> = new Set(
  ['MISSING', 'UNKNOWN_NAME', 'UNKNOWN_VARIANT', 'WRONG_TYPE', 'WRONG_FORMAT', 'NOT_ALLOWED']
    .concat(['TOO_LITTLE', 'TOO_MUCH', 'REPEATED', 'NUMBER_UNSOUND'])
    .map((name) => `RULES.${name}`),
);

function likesOf(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return NUMBERS;
  if (typeof value === 'object') return [null, [], {}, 'elderly', 1];
  const text = JSON.stringify(value).replaceAll('"', '');
  return LIKES.find(([like]) => like.test(text))?.[1] ?? NAMES;
}

function valueAt(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], document);
}

function leavesOf(value: unknown, at: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...at]];
  const below = Object.entries(value).flatMap(([name, one]) => leavesOf(one, [...at, name]));
  return [[...at], ...below];
}

function put(holder: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (typeof holder !== 'object' || holder === null) return holder;
  const copy = (Array.isArray(holder) ? [...(holder as unknown[])] : { ...holder }) as Record<
    string,
    unknown
  >;
  copy[name] = put(copy[name], rest, value);
  return copy;
}

describe('whatever stands in rules', () => {
  it('is taken or refused with a pointer, and never fails', () => {
    const anyFeature = fc.constantFrom(...Object.values<Feature>(features));
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 2 });
    let pastItsShape = 0;
    fc.assert(
      fc.property(anyFeature, changes, (feature, spoilt) => {
        const rules = round(feature);
        const places = leavesOf(rules);
        const document = spoilt.reduce<unknown>((before, [place, pick]) => {
          const path = places[place % places.length]!;
          const likes = likesOf(valueAt(rules, path));
          return put(before, path, likes[pick % likes.length]);
        }, rules);
        try {
          expect(parseRuleSet(document)).toBe(document);
        } catch (error) {
          if (!(error instanceof RulesRefused)) throw error;
          expect(error.faults.length).toBeGreaterThan(0);
          for (const { pointer } of error.faults) expect(typeof pointer).toBe('string');
          if (!error.faults.some(({ code }) => OF_SHAPE.has(code))) pastItsShape += 1;
        }
      }),
      { numRuns: 1_500 },
    );
    expect(pastItsShape).toBeGreaterThan(50);
  });
});
