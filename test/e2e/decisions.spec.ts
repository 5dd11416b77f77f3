import type { RuleSet } from '../../src/rules';
import { officer } from '../support/registers';
import {
  approvedRound,
  BEFORE_CALL,
  bidder,
  fundingBody,
  judgeAll,
  open,
  submit,
  type FundingBody,
} from '../support/round-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

let stage: Stage;
let body: FundingBody;
let street: Actor;
let lotId: string;
const bids: Record<'kept' | 'notForwarded' | 'noConsent' | 'unsuitable', any> = {} as never;

/** A round whose bids a street forwards, and on which the sponsoring unit's consent is decided. */
function withDecisions(rules: RuleSet): void {
  rules.timetable.callOpensAt = '2020-03-10T00:00:00+08:00';
  rules.forwarding = [
    { code: 'street', name: { zh: '街道推荐', en: 'The street' }, by: 'streetOfficer' },
  ];
  rules.decisions = [
    {
      code: 'consent',
      ...{ at: 'qualification', per: 'bid', by: 'supervisor' },
      question: { zh: '业务主管单位是否同意？', en: 'Does the sponsoring unit consent?' },
      answer: {
        variant: 'choice',
        options: [
          { code: 'consents', name: { zh: '同意', en: 'It does' }, effect: 'goes-on' },
          { code: 'refuses', name: { zh: '不同意', en: 'It does not' }, effect: 'excludes' },
        ],
      },
      clause: { source: 'cn-shaoxing-2019', text: '依托单位同意' },
    },
  ];
}

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
  body = await fundingBody(stage);
  street = await officer(stage, 'streetOfficer', stage.cityId);
  const round = await approvedRound(body, withDecisions);
  lotId = round.lots[0].id;
  await stage.advanceTo('2020-03-10T09:00:00+08:00');
  for (const name of ['kept', 'notForwarded', 'noConsent', 'unsuitable'] as const) {
    bids[name] = await submit(await bidder(stage), lotId);
  }
  await stage.advanceTo('2020-04-11T09:00:00+08:00');
  await open(body, lotId);
  await stage.settled();
});
afterAll(() => stage.close());

const decisionsOn = async (bid: any, actor: Actor = body.organizer): Promise<any[]> =>
  (await actor.ok.get(`/v1/decisions?subjectId=${bid.id}`)).items;
const asked = async (bid: any, code: string): Promise<any> =>
  (await decisionsOn(bid)).find((one) => one.code === code);
const stateOf = async ({ id }: any) => (await body.organizer.ok.get(`/v1/bids/${id}`)).state;
const reason = '已核对推荐材料';

async function answer(actor: Actor, bid: any, code: string, given: object): Promise<any> {
  const { id, version } = await asked(bid, code);
  const path = `/v1/decisions/${id}/answer`;
  return actor.ok.post(path, { reason, ...given }, { ifMatch: version });
}

describe('decisions of a named role', () => {
  it('asks nothing of bids that still wait for a check, and nobody before the opening', async () => {
    expect(await decisionsOn(bids.kept)).toEqual([]);
  });

  it('asks each question of every bid that passed the checks, of whoever has the duty', async () => {
    const { items } = await body.organizer.ok.get(`/v1/lots/${lotId}/qualification?limit=50`);
    const out = items.find(({ id }: any) => id === bids.unsuitable.id);
    const verdict = { code: 'public-interest', verdict: 'fail', reason: '向服务对象收费' };
    await body.organizer.ok.post(`/v1/bids/${out.id}/checks`, verdict, { ifMatch: out.version });
    await judgeAll(body, lotId);
    await stage.settled();
    const codes = (await decisionsOn(bids.kept)).map(({ code, duty, step, state }) => [
      ...[code, duty, step, state],
    ]);
    expect(codes.sort()).toEqual([
      ['consent', 'supervisor', 'qualification', 'open'],
      ['forwarding.street', 'streetOfficer', 'forwarding', 'open'],
    ]);
    expect(await decisionsOn(bids.unsuitable)).toEqual([]);
    const tasks = await street.ok.all('/v1/tasks');
    expect(tasks.filter(({ kind }: any) => kind === 'decisions.decide')).toHaveLength(3);
  });

  it('shows a role its own questions alone, and the officers of the round all', async () => {
    const own = await decisionsOn(bids.kept, street);
    expect(own.map(({ code }) => code)).toEqual(['forwarding.street']);
    const { id } = await asked(bids.kept, 'consent');
    await expectRefusal(street.get(`/v1/decisions/${id}`), 404, 'ACCESS.NOT_FOUND');
    expect(await body.approver.ok.get(`/v1/decisions/${id}`)).toMatchObject({ code: 'consent' });
  });

  it('refuses an answer by another duty, of another kind, or of an unknown option', async () => {
    const { id, version } = await asked(bids.kept, 'consent');
    const path = `/v1/decisions/${id}/answer`;
    const ifMatch = { ifMatch: version };
    const yes = { option: 'consents', reason };
    await expectRefusal(body.organizer.post(path, yes, ifMatch), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(street.post(path, yes, ifMatch), 404, 'ACCESS.NOT_FOUND');
    const { supervisor } = body;
    const count = { count: 3, reason };
    await expectRefusal(supervisor.post(path, count, ifMatch), 422, 'DECISIONS.ANSWER_KIND');
    const both = { option: 'consents', count: 3, reason };
    await expectRefusal(supervisor.post(path, both, ifMatch), 422, 'DECISIONS.ANSWER_KIND');
    const maybe = { option: 'perhaps', reason };
    await expectRefusal(supervisor.post(path, maybe, ifMatch), 422, 'DECISIONS.OPTION_UNKNOWN');
    expect(await asked(bids.kept, 'consent')).toMatchObject({ state: 'open', answers: [] });
  });

  it('waits until all is answered, keeps every answer, and lets one be given anew until then', async () => {
    for (const bid of [bids.kept, bids.noConsent]) {
      await answer(street, bid, 'forwarding.street', { option: 'yes' });
    }
    await answer(street, bids.notForwarded, 'forwarding.street', { option: 'no' });
    for (const bid of [bids.kept, bids.notForwarded]) {
      await answer(body.supervisor, bid, 'consent', { option: 'consents' });
    }
    await stage.settled();
    expect(await stateOf(bids.kept)).toBe('opened');
    await answer(body.supervisor, bids.kept, 'consent', { option: 'refuses' });
    const anew = await answer(body.supervisor, bids.kept, 'consent', { option: 'consents' });
    expect(anew.answers.map(({ option }: any) => option)).toEqual([
      ...['consents', 'refuses', 'consents'],
    ]);
    await answer(body.supervisor, bids.noConsent, 'consent', { option: 'refuses' });
    await stage.settled();
    expect(await stateOf(bids.kept)).toBe('qualified');
    expect(await stateOf(bids.notForwarded)).toBe('disqualified');
    expect(await stateOf(bids.noConsent)).toBe('disqualified');
  });

  it('lets nothing be answered anew once it was used', async () => {
    const { id, version, state } = await asked(bids.kept, 'consent');
    expect(state).toBe('used');
    const again = { option: 'refuses', reason };
    const path = `/v1/decisions/${id}/answer`;
    await expectRefusal(
      body.supervisor.post(path, again, { ifMatch: version }),
      409,
      'STATE.OUT_OF_ORDER',
    );
  });

  it('tells a bidder which decision put the bid out', async () => {
    const [mail] = await stage.sql(
      `SELECT facts FROM messages WHERE subject_id = $1 AND template = 'bids.disqualified'`,
      [bids.noConsent.id],
    );
    expect(mail.facts).toMatchObject({ checks: 'consent' });
  });

  it('has one event for each version of a decision, without its texts', async () => {
    const unlike = await stage.sql(
      `SELECT id FROM decisions d WHERE version <> (SELECT count(*) FROM audit_events e
         WHERE e.aggregate_kind = 'decision' AND e.aggregate_id = d.id)`,
    );
    expect(unlike).toEqual([]);
    const bodies = await stage.sql(
      `SELECT body::text AS text FROM audit_events WHERE aggregate_kind = 'decision'`,
    );
    expect(bodies.some(({ text }: any) => text.includes(reason))).toBe(false);
  });
});
