import { allRefusals } from '../../src/kernel/refusal';
import { AccessOracle, isList } from '../support/access-oracle';
import { badBodies, bodiesWithBadValues, type BadBody } from '../support/bad-bodies';
import { operations, sampleOf, type Operation } from '../support/contract';
import { bodyFor, headersFor, Knocking, pathFor, type AskedFor } from '../support/knocking';
import { openMatrixWorld, type MatrixWorld } from '../support/matrix-world';
import { openStage, type Stage } from '../support/stage';

const AT_ONCE = 24;
/** The machine may be busy with other suites. */
const PATIENCE_MS = 240_000;

/**
 * What no endpoint may take, made from the published contract: every field of every body, every body, query, path and header.
 * Each is asked by somebody who may do the act, so that it is the input that is refused. Whatever is refused leaves no row.
 */
describe('bad input', () => {
  let stage: Stage;
  let made: MatrixWorld;
  let knocking: Knocking;
  let wanted: AskedFor;
  const asking = new Map<string, string | null>();
  const contract = operations();
  const withBody = contract.filter(({ body }) => body !== null);
  const codes = new Set(allRefusals().map(({ code }) => code));

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    made = await openMatrixWorld(stage);
    knocking = new Knocking(stage, AT_ONCE);
    wanted = { ids: made.here.ids, unitId: made.here.place.unitId };
    const oracle = new AccessOracle(made.here);
    for (const { operation, asker, verdict } of oracle.cases(made.askers, contract)) {
      if (verdict === 'allowed') asking.set(operation.act, asker.who.token);
    }
    for (const list of contract.filter(isList)) {
      const lister = made.askers.find((asker) => oracle.sees(list, asker));
      asking.set(list.act, lister!.who.token);
    }
    await stage.settled();
  }, PATIENCE_MS);
  afterAll(() => stage.close());

  /** What is wrong with the answer to something bad, if anything. */
  function faultOf(
    { act, statuses }: Operation,
    name: string,
    { status, code, text }: { status: number; code: string | null; text: string },
    allowed: readonly number[],
  ): string[] {
    const isRefused = allowed.includes(status) && statuses.has(status);
    if (isRefused && code !== null && codes.has(code)) return [];
    return [`${act} with ${name}: ${status} ${text.slice(0, 300)}`];
  }

  async function sendBody(operation: Operation, bad: BadBody): Promise<string[]> {
    const headers = {
      ...headersFor(operation, asking.get(operation.act)!),
      'content-type': bad.contentType ?? 'application/json',
    };
    const path = pathFor(operation, wanted);
    const answer = await knocking.send(operation.method, path, headers, bad.bytes);
    return faultOf(operation, bad.name, answer, [400, 413, 415, 422]);
  }

  async function refusedWithoutRow(asks: readonly (() => Promise<string[]>)[]): Promise<number> {
    const before = await knocking.contents();
    expect(await knocking.all(asks)).toEqual([]);
    expect(await knocking.contents()).toEqual(before);
    return asks.length;
  }

  it(
    'in any field of any body is refused, and leaves no row',
    async () => {
      const asks = withBody.flatMap((operation) => {
        const sound = {
          ...(sampleOf(operation.body!, true) as object),
          ...bodyFor(operation, wanted),
        };
        return bodiesWithBadValues(operation, sound).map((bad) => () => sendBody(operation, bad));
      });
      const count = await refusedWithoutRow(asks);
      process.stdout.write(
        `不良输入 bad input: ${count} bad fields in ${withBody.length} bodies\n`,
      );
    },
    PATIENCE_MS,
  );

  it(
    'as a whole body is refused, and leaves no row',
    async () => {
      const asks = withBody.flatMap((operation) =>
        badBodies(bodyFor(operation, wanted)!).map((bad) => () => sendBody(operation, bad)),
      );
      await refusedWithoutRow(asks);
    },
    PATIENCE_MS,
  );

  const BAD_QUERIES = (name: string): readonly string[] => [
    `${name}=%00`,
    `${name}=%ED%A0%80`,
    `${name}=${'x'.repeat(2_000)}`,
    `${name}=1&${name}=2`,
    `${name}[]=1`,
    `${name}[a]=1`,
    `${name}=%27%20OR%201%3D1--`,
    `${name}=`,
  ];

  it(
    'in a query is refused',
    async () => {
      const asks = contract
        .filter(({ method }) => method === 'GET')
        .flatMap((operation) => {
          const { query } = operation;
          const bad = [
            ...query.flatMap(BAD_QUERIES),
            ...(query.includes('limit')
              ? ['0', '-1', '201', '1e3', '1.5', '1000000000', 'many'].map((n) => `limit=${n}`)
              : []),
            ...(query.length > 0 ? ['unknown=1', 'sort=id;DROP', '__proto__[a]=1'] : []),
          ];
          return bad.map((text) => async () => {
            const [path, own = ''] = pathFor(operation, wanted).split('?');
            const isOwn = own !== '' && text.startsWith(own.split('=')[0]!);
            const search = own === '' || isOwn ? text : `${own}&${text}`;
            const headers = headersFor(operation, asking.get(operation.act)!);
            const answer = await knocking.send('GET', `${path!}?${search}`, headers);
            return faultOf(operation, text.slice(0, 60), answer, [400]);
          });
        });
      await refusedWithoutRow(asks);
    },
    PATIENCE_MS,
  );

  const BAD_PARTS = [
    'x',
    '%00',
    '..%2f..%2fetc%2fpasswd',
    '%27%20OR%201%3D1--',
    '%ED%A0%80',
    '01930000-0000-7000-8000-00000000000',
    'ZZ930000-0000-7000-8000-000000000000',
    '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    '-1',
    'x'.repeat(1_500),
  ];

  it(
    'in a path is answered like what is not there',
    async () => {
      const asks = contract.flatMap((operation) =>
        operation.pathParameters.flatMap((name) =>
          BAD_PARTS.map((part) => async () => {
            const ids = { ...wanted.ids, [name]: part };
            const path = pathFor(operation, { ...wanted, ids });
            const bad = name === 'tenant' ? path.replace('/gz', `/${part}`) : path;
            const headers = headersFor(operation, asking.get(operation.act)!);
            const body = JSON.stringify(bodyFor(operation, wanted));
            const answer = await knocking.send(operation.method, bad, headers, body);
            return faultOf(operation, `${name} ${part.slice(0, 40)}`, answer, [400, 404]);
          }),
        ),
      );
      await refusedWithoutRow(asks);
    },
    PATIENCE_MS,
  );

  it(
    'in the key or the version of an act is refused',
    async () => {
      const badKeys = [null, '', 'short', 'x'.repeat(201), 'with a blank', 'täglich-neu'];
      const badMatches = [
        null,
        '*',
        'W/"1"',
        '"1", "2"',
        '"-1"',
        '1',
        '"99999999999"',
        '"1e3"',
        '""',
      ];
      const withHeader = (operation: Operation, name: string, value: string | null) => async () => {
        const headers = headersFor(operation, asking.get(operation.act)!);
        if (value === null) Reflect.deleteProperty(headers, name);
        else headers[name] = value;
        const body = JSON.stringify(bodyFor(operation, wanted));
        const path = pathFor(operation, wanted);
        const answer = await knocking.send(operation.method, path, headers, body);
        return faultOf(operation, `${name} ${value}`, answer, [name === 'if-match' ? 428 : 400]);
      };
      await refusedWithoutRow([
        ...contract
          .filter(({ needsKey }) => needsKey)
          .flatMap((one) => badKeys.map((key) => withHeader(one, 'idempotency-key', key))),
        ...contract
          .filter(({ needsMatch }) => needsMatch)
          .flatMap((one) => badMatches.map((match) => withHeader(one, 'if-match', match))),
      ]);
    },
    PATIENCE_MS,
  );

  it(
    'that another reader would take for a command is a text like any other',
    async () => {
      const commands = [
        "'; DROP TABLE parties; --益创益创",
        '{{7*7}}${7*7}#{7*7}<%=7*7%>',
        '=cmd|calc!A1益创益',
      ];
      const faults = await knocking.all(
        withBody.flatMap((operation) => {
          const sound = bodyFor(operation, wanted) as Record<string, unknown>;
          const texts = Object.entries(operation.body!.properties ?? {}).filter(
            ([name, { type, format, pattern, enum: values }]) =>
              type === 'string' && !format && !pattern && !values && name in sound,
          );
          return texts.flatMap(([name]) =>
            commands.map((command) => async () => {
              const headers = headersFor(operation, asking.get(operation.act)!);
              const body = JSON.stringify({ ...sound, [name]: command });
              const path = pathFor(operation, wanted);
              const { status, text } = await knocking.send(operation.method, path, headers, body);
              const isFine = status < 400 || (status < 500 && operation.statuses.has(status));
              return isFine ? [] : [`${operation.act} with ${command}: ${status} ${text}`];
            }),
          );
        }),
      );
      expect(faults).toEqual([]);
      expect((await stage.sql(`SELECT count(*)::int AS n FROM parties`))[0].n).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});
