import type { Account } from '../../demo/account';
import type { Ground } from './ground';

/** What came of a round, without what differs from one playing to the next by right. */
export type Comparable = Readonly<Record<string, unknown>>;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const DIGEST = /\b[0-9a-f]{64}\b/g;
/** The totals of the sheets in the arithmetic of a mean. */
const SUMMANDS = /(?<=\()\d[\d.]*(?: \+ \d[\d.]*)+(?=\))/g;
const INSTANT = /(\d{4}-\d{2}-\d{2})T[\d:.]+(?:\+08:00|Z)/g;

/**
 * The one place that says what "the same account" means. Of an account is left out, and nothing else:
 * - ids: each becomes the name of its thing (a title, an organization, a tranche's code), or nothing where it has none;
 * - the draw's entropy, seed, digests and orders, who was drawn, and at which place of the order: that is chance;
 * - the hour of an instant: a fault takes true time, and legal time goes on by it; its day stays;
 * - the order of lists, and of the summands of a mean, which is that of their ids; what has a rank bears it.
 * Amounts, states, scores, ranking, grades, reasons, texts, payments, ledger, and the counts of the record stay.
 */
export function comparable(account: Account, counts: Comparable): Comparable {
  const panels = panelsOf(account);
  const chanceless = {
    ...account,
    // In either form what is drawn is chance.
    ...{ draw: undefined, panels: undefined },
    draws: panels.map(({ draw }) => draw.draws.length),
    calls: panels.flatMap(({ draw }) => draw.calls.map(callOf)),
    seats: seatsOf(account).map(callOf),
  };
  return { ...(plain(chanceless, namesOf(account)) as Comparable), counts };
}

/** The panels of a round; the only one of a round stands by itself. */
function panelsOf({ panels, draw, seats = [] }: Account): NonNullable<Account['panels']> {
  return panels ?? [{ draw, seats }];
}

function seatsOf(account: Account): any[] {
  return panelsOf(account).flatMap(({ seats }) => [...seats]);
}

const callOf = ({ seatCode, state, cause }: any) => ({ seatCode, state, cause });

/** How many there are of each kind of what the account does not list. */
export async function countsOf({ sql }: Ground): Promise<Comparable> {
  const rows = await sql(
    `SELECT 'notice' AS what, kind AS name, count(*)::int AS n FROM notices GROUP BY kind
     UNION ALL SELECT 'mail', template || ' ' || state, count(*)::int FROM messages GROUP BY template, state
     UNION ALL SELECT 'task', kind || ' ' || coalesce(outcome, 'open'), count(*)::int FROM tasks GROUP BY kind, outcome
     UNION ALL SELECT 'clock', rule || ' ' || state, count(*)::int FROM clocks GROUP BY rule, state
     UNION ALL SELECT 'process', kind || ' ' || (ended_at IS NOT NULL), count(*)::int FROM processes GROUP BY kind, ended_at IS NOT NULL
     UNION ALL SELECT 'event', name, count(*)::int FROM audit_events GROUP BY name
     ORDER BY 1, 2`,
  );
  return Object.fromEntries(rows.map(({ what, name, n }) => [`${what} ${name}`, n]));
}

/** Where two accounts differ, one line each; none when they are the same. */
export function differences(expected: unknown, found: unknown, path = ''): string[] {
  if (JSON.stringify(expected) === JSON.stringify(found)) return [];
  if (!isObject(expected) || !isObject(found)) {
    return [`${path || '/'}: ${JSON.stringify(expected)} → ${JSON.stringify(found)}`];
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
  return [...keys].flatMap((key) => differences(expected[key], found[key], `${path}/${key}`));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function namesOf(account: Account) {
  const { needs, bids, awards, contracts, tranches, ledger } = account;
  const names = new Map<string, string>();
  const name = (id: string, text: string) => names.set(id, `‹${text}›`);
  for (const { id, title } of needs) name(id, title);
  for (const { bidId, partyId, organization } of bids) {
    name(bidId, `bid of ${organization}`);
    name(partyId, organization);
  }
  for (const { awardId, title } of awards) name(awardId, `award ${title}`);
  const award = (id: string) => names.get(id) ?? '';
  for (const { contractId, awardId } of contracts) name(contractId, `contract ${award(awardId)}`);
  for (const { trancheId, awardId, code } of tranches) name(trancheId, `${code} ${award(awardId)}`);
  for (const { id, kind, awardId } of ledger.accounts) name(id, `${kind} ${award(awardId)}`);
  for (const { seatId, seatCode } of seatsOf(account)) name(seatId, `seat ${seatCode}`);
  return names;
}

/** The same value in a form that is the same for what is the same. */
function plain(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    return value
      .replace(UUID, (id) => names.get(id) ?? '‹id›')
      .replace(DIGEST, '‹digest›')
      .replace(INSTANT, '$1')
      .replace(SUMMANDS, (summands) => summands.split(' + ').sort().join(' + '));
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => plain(item, names));
    return items
      .map((item) => [JSON.stringify(item), item] as const)
      .sort(byText)
      .map(second);
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(
    ([key, item]) => [plain(key, names) as string, plain(item, names)] as const,
  );
  // Facts by id: what they are of has no name, so they are as good as a list.
  if (new Set(entries.map(([key]) => key)).size < entries.length) {
    return entries.map(([, item]) => JSON.stringify(item)).sort();
  }
  return Object.fromEntries([...entries].sort(byText));
}

const byText = (a: readonly [string, unknown], b: readonly [string, unknown]) =>
  a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
const second = ([, item]: readonly [string, unknown]) => item;
