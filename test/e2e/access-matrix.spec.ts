import { accessTable, type Act } from '../../src/access/access-table';
import { dutyCodes } from '../../src/access/duties';
import {
  AccessOracle,
  isList,
  LISTED,
  relations,
  type Case,
  type Verdict,
} from '../support/access-oracle';
import { operations, type Operation } from '../support/contract';
import { absent, Knocking, type Asked, type AskedFor } from '../support/knocking';
import { openMatrixWorld, type MatrixWorld } from '../support/matrix-world';
import { openStage, type Stage } from '../support/stage';

const AT_ONCE = 24;
/** The machine may be busy with other suites. */
const PATIENCE_MS = 240_000;

/**
 * Endpoint × duty × relation, over HTTP: what the access table declares is what the service does. Everybody knocks at every
 * endpoint with the things of one street; what must come of it is worked out from the table by the oracle.
 */
describe('the access matrix', () => {
  let stage: Stage;
  let made: MatrixWorld;
  let oracle: AccessOracle;
  let knocking: Knocking;
  let wanted: AskedFor;
  const contract = operations();

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    made = await openMatrixWorld(stage);
    oracle = new AccessOracle(made.here);
    knocking = new Knocking(stage, AT_ONCE);
    wanted = { ids: made.here.ids, unitId: made.here.place.unitId };
  }, PATIENCE_MS);
  afterAll(() => stage.close());

  const isGuarded = ({ act }: Operation) => !('public' in accessTable[act as Act].allow);
  const told = ({ act }: Operation, name: string, is: string, should: string) =>
    `${act} by ${name}: ${is}, not ${should}`;

  function verdictFrom({ status, code, text }: Asked): string {
    if (status >= 500) return `failed: ${text}`;
    if (status === 401 && code === 'ACCESS.SIGN_IN_REQUIRED') return 'sign in';
    if (status === 403 && code === 'ACCESS.DUTY_MISSING') return 'duty missing';
    if (status === 404 && code === 'ACCESS.NOT_FOUND') return 'not found';
    return 'allowed';
  }

  /** A problem without what is different in every answer: the trace, and the ids that were asked for. */
  const withoutIds = (text: string): string =>
    text
      .replace(/"traceId":"[0-9a-f]+"/, '')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id');

  /** What is absent is told alike to all; what somebody may do in another tenant depends on their mandate there. */
  const keyOf = ({ operation: { act }, asker, verdict }: Case) =>
    verdict === 'as absent' ? `${act} ${asker.name}` : act;

  /** What is answered where there is nothing. */
  async function absentAnswers(some: readonly Case[]): Promise<ReadonlyMap<string, string>> {
    const answers = new Map<string, string>();
    for (const one of some.filter((each) => oracle.mustNotTell(each))) {
      if (answers.has(keyOf(one))) continue;
      const { operation, asker } = one;
      const { text } = await knocking.ask(operation, asker.who.token, absent(made.here));
      answers.set(keyOf(one), withoutIds(text));
    }
    return answers;
  }

  /** Asks what the table forbids; gives back what was not refused, or not as if there were nothing. */
  async function askForbidden(forbidden: readonly Case[]): Promise<string[]> {
    const like = await absentAnswers(forbidden);
    return knocking.all(
      forbidden.map((one) => async () => {
        const { operation, asker, verdict } = one;
        const answer = await knocking.ask(operation, asker.who.token, wanted);
        const is = verdictFrom(answer);
        if (is !== verdict && verdict !== 'as absent') {
          return [told(operation, asker.name, is, verdict)];
        }
        if (!oracle.mustNotTell(one) || withoutIds(answer.text) === like.get(keyOf(one))) return [];
        return [`${operation.act} tells ${asker.name} that there is something: ${answer.text}`];
      }),
    );
  }

  function askAllowed(allowed: readonly Case[]): Promise<string[]> {
    return knocking.all(
      allowed.map(({ operation, asker }) => async () => {
        const answer = await knocking.ask(operation, asker.who.token, wanted);
        const is = verdictFrom(answer);
        if (is !== 'allowed') return [told(operation, asker.name, is, 'allowed')];
        if (answer.status < 400 || operation.statuses.has(answer.status)) return [];
        return [`${operation.act} answers ${answer.status}, which the contract does not list`];
      }),
    );
  }

  const forbidden = () =>
    oracle.cases(made.askers, contract).filter(({ verdict }) => verdict !== 'allowed');

  it('has every endpoint of the contract and of the table, and knows the thing in every path', () => {
    expect(contract.map(({ act }) => act).sort()).toEqual(Object.keys(accessTable).sort());
    const named = contract
      .filter(isGuarded)
      .flatMap(({ pathParameters }) => pathParameters)
      .filter((name) => !oracle.knows(name) || made.here.ids[name] === undefined);
    expect(named).toEqual([]);
    const lists = contract.filter(isList).map(({ act }) => act);
    expect(lists.sort()).toEqual(Object.keys(LISTED).sort());
  });

  it(
    'refuses whom the table does not name, as if the thing were not there, and changes nothing',
    async () => {
      await stage.settled();
      const before = await knocking.contents();
      expect(await askForbidden(forbidden())).toEqual([]);
      expect(await knocking.contents()).toEqual(before);
    },
    PATIENCE_MS,
  );

  it(
    'lets nobody in without a credential that holds, or beyond the acts of a key',
    async () => {
      const credentials = await credentialsThatDoNotHold();
      await stage.settled();
      const before = await knocking.contents();
      const faults = await knocking.all(
        credentials.flatMap(([name, token, should]) =>
          contract.filter(isGuarded).map((operation) => async () => {
            const is = verdictFrom(await knocking.ask(operation, token, wanted));
            return is === should ? [] : [told(operation, name, is, should)];
          }),
        ),
      );
      expect(faults).toEqual([]);
      expect(await knocking.contents()).toEqual(before);
    },
    PATIENCE_MS,
  );

  async function credentialsThatDoNotHold(): Promise<[string, string | null, Verdict][]> {
    const { who } = made.askers.find(
      ({ duty, relation }) => duty === 'organizer' && relation === 'above',
    )!;
    const make = (prefix: 'ycs' | 'yck', changes: object) =>
      made.world.credential(prefix, who, stage.cityId, { acts: ['clock.advance'], ...changes });
    const past = new Date(Date.now() - 1_000);
    const longAgo = new Date(Date.now() - 16 * 60_000);
    return [
      ['nobody', null, 'sign in'],
      ['an unknown token', `ycs_${'x'.repeat(43)}`, 'sign in'],
      ['a revoked session', await make('ycs', { ended_at: past }), 'sign in'],
      ['an expired session', await make('ycs', { expires_at: past }), 'sign in'],
      ['a session long idle', await make('ycs', { last_used_at: longAgo }), 'sign in'],
      ['a revoked key', await make('yck', { revoked_at: past }), 'sign in'],
      ['an expired key', await make('yck', { expires_at: past }), 'sign in'],
      ['a key without the act', await make('yck', {}), 'duty missing'],
    ];
  }

  it(
    'lists to everybody what the table lets them see, and nothing else',
    async () => {
      const faults = await knocking.all(
        made.askers.flatMap((asker) =>
          contract.filter(isList).map((operation) => async () => {
            const should = oracle.sees(operation, asker);
            if (should === null) return [];
            const { status, text } = await knocking.ask(operation, asker.who.token, wanted);
            const thing = LISTED[operation.act as Act]!;
            const seesHere = text.includes(made.here.ids[thing]!);
            const seesAbroad = text.includes(made.abroad.ids[thing]!) && !asker.isAbroad;
            return [
              ...(status === 200 ? [] : [told(operation, asker.name, `${status} ${text}`, '200')]),
              ...(seesHere === should
                ? []
                : [told(operation, asker.name, `${seesHere}`, `${should}`)]),
              ...(seesAbroad
                ? [told(operation, asker.name, 'shown what is abroad', 'hidden')]
                : []),
            ];
          }),
        ),
      );
      expect(faults).toEqual([]);
    },
    PATIENCE_MS,
  );

  it.each([
    ['lets in a duty too many', 'award.approve', { duty: 'organizer', relation: 'round' }],
    ['reaches too far', 'need.check', { duty: 'streetOfficer', relation: 'tenant' }],
    ['asks for nothing but a sign-in', 'payment.read', { duty: 'anyone', relation: 'tenant' }],
  ] as const)('would show it if the service %s', async (_, act, grant) => {
    const row = accessTable[act] as { allow: readonly object[] };
    const { allow } = row;
    row.allow = [...allow, grant];
    try {
      const some = forbidden().filter(({ operation }) => operation.act === act);
      expect(await askForbidden(some)).not.toEqual([]);
    } finally {
      row.allow = allow;
    }
  });

  it(
    'lets whom the table names do it, as far as the rules go',
    async () => {
      const all = oracle.cases(made.askers, contract);
      const allowed = all.filter(({ verdict }) => verdict === 'allowed');
      // Whoever has signed out asks for nothing more.
      const isLast = ({ operation }: Case) => operation.act === 'session.close';
      const faults = await askAllowed(allowed.filter((one) => !isLast(one)));
      expect([...faults, ...(await askAllowed(allowed.filter(isLast)))]).toEqual([]);
      const count = `${contract.length} endpoints × ${dutyCodes.length} duties × ${Object.keys(relations).length} relations`;
      process.stdout.write(
        `访问矩阵 access matrix: ${count}; ${made.askers.length} people, 8 credentials that do not hold, ` +
          `${knocking.requests} requests\n`,
      );
    },
    PATIENCE_MS,
  );
});
