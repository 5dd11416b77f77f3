import { newId } from '../../src/kernel/id';
import { smallRound } from '../../src/rules/small-round.fixture';
import { isList } from './access-oracle';
import { sampleOf, type Operation } from './contract';
import { institution } from './registers';
import type { Stage } from './stage';
import type { Things } from './world-things';

/** What was answered. */
export interface Asked {
  readonly status: number;
  readonly code: string | null;
  readonly text: string;
}

/** What is asked for: the ids that stand in for the names in paths and bodies, and the unit that bodies name. */
export interface AskedFor {
  readonly ids: Things['ids'];
  readonly unitId: string;
}

/** Nothing has this version: who may act is told that the thing is another by now, and nothing changes. */
const NO_VERSION = '"999999999"';

/** Ids of which there is nothing. */
export function absent({ ids }: Things): AskedFor {
  const none = Object.keys(ids).map((name) => [name, name === 'n' ? '0' : newId()]);
  return { ids: Object.fromEntries(none) as Things['ids'], unitId: newId() };
}

/** Sound bodies, in which what is named is what is asked for; what would need a whole story is refused by its rules. */
export function bodyFor({ act, body }: Operation, { ids, unitId }: AskedFor): object | undefined {
  if (body === null) return undefined;
  const named: Record<string, object> = {
    'bid.submit': { partyId: ids.partyId },
    'question.ask': { partyId: ids.partyId },
    'correction.propose': { ruleSet: smallRound() },
    'expert.register': { personId: ids.personId },
    'fund.create': { unitId },
    'guideList.draft': { needIds: [ids.needId] },
    'need.submit': { unitId },
    'need.merge': { intoNeedId: ids.needId },
    'party.register': institution(),
    'programme.create': { unitId },
    'round.create': {
      ...{ programmeId: ids.programmeId, ruleSet: smallRound() },
      pots: [{ code: 'welfare-lottery', fundId: ids.fundId }],
    },
    'sheet.lock': { bidId: ids.bidId },
    'commission.propose': { partyId: ids.partyId },
    'unit.create': { parentId: unitId },
    'evaluation.assign': { personId: ids.personId },
    'expert.declareTie': { partyId: ids.partyId },
    'guideList.consult': { itemId: ids.itemId, unitId },
    'mandate.grant': { scopeKind: 'unit', scopeId: unitId, duty: 'resident' },
    'screening.assign': { personIds: [ids.personId] },
    'deputy.appoint': { personId: ids.personId },
  };
  return { ...(sampleOf(body) as object), ...named[act] };
}

/** The path of an operation with ids for its names. */
export function pathFor({ act, path }: Operation, { ids }: AskedFor): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'tenant' ? 'gz' : ids[name]!,
  );
  return act === 'ledger.read' ? `${filled}?roundId=${ids.roundId}` : filled;
}

/** The headers without which an operation is not heard. */
export function headersFor(
  { needsKey, needsMatch, takesBytes, body }: Operation,
  token: string | null,
): Record<string, string> {
  return {
    ...(token !== null && { authorization: `Bearer ${token}` }),
    ...(needsKey && { 'idempotency-key': newId() }),
    ...(needsMatch && { 'if-match': NO_VERSION }),
    ...(body !== null && { 'content-type': 'application/json' }),
    ...(takesBytes && { 'content-type': 'application/octet-stream' }),
  };
}

/** Knocks at a stage, again and again. */
export class Knocking {
  requests = 0;

  constructor(
    private readonly stage: Stage,
    private readonly atOnce: number,
  ) {}

  /** Asks as the contract has it. */
  async ask(operation: Operation, token: string | null, wanted: AskedFor): Promise<Asked> {
    const body = operation.takesBytes
      ? new Uint8Array([1])
      : JSON.stringify(bodyFor(operation, wanted));
    const path = pathFor(operation, wanted) + (isList(operation) ? '?limit=200' : '');
    return this.send(operation.method, path, headersFor(operation, token), body);
  }

  /** Asks in any way. */
  async send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Uint8Array,
  ): Promise<Asked> {
    this.requests += 1;
    const response = await fetch(this.stage.url + path, { method, headers, body: body as never });
    const text = await response.text();
    const isProblem = response.headers.get('content-type')?.includes('problem') ?? false;
    const code = isProblem ? (JSON.parse(text).code as string) : null;
    return { status: response.status, code, text };
  }

  /** Does all, some at once; gives back what came otherwise than wanted. */
  async all(asks: readonly (() => Promise<readonly string[]>)[]): Promise<string[]> {
    const faults: string[] = [];
    const left = [...asks].reverse();
    const work = async () => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) {
        faults.push(...(await next()));
      }
    };
    await Promise.all(Array.from({ length: this.atOnce }, work));
    return faults.sort();
  }

  /** What every table holds, but for the traces of reading and of background work. */
  async contents(): Promise<Record<string, string>> {
    const tables = await this.stage.sql<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
    );
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      const what = COUNTED.has(name)
        ? 'count(*)::text'
        : `count(*) || ' ' || md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), ''))`;
      const [row] = await this.stage.sql(`SELECT ${what} AS held FROM ${name} t`);
      found[name] = row.held;
    }
    return found;
  }
}

/** Rows of these change by being used, or in the background. */
const COUNTED = new Set(['sessions', 'api_keys', 'outbox', 'audit_positions', 'processes']);
