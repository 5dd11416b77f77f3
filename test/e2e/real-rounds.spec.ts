import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { toInstant } from '../../src/kernel/instant';
import { parseRuleSet, type LotRules, type RuleSet } from '../../src/rules';
import { officer } from '../support/registers';
import { unrecorded } from '../support/round-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

const folder = join(__dirname, '../../examples/rounds');

/** The six cases that are no rounds. */
const FRAGMENT = 'schema: yichuang/rules-fragment/1';

/** The rounds in the order of their calls. */
const rounds: readonly RuleSet[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .filter((text) => !text.includes(FRAGMENT))
  .map((text) => parseRuleSet(parse(text)))
  .sort((a, b) => callOf(a).getTime() - callOf(b).getTime());

/** The moments at which calls open, each with its rounds. */
const calls = [...Map.groupBy(rounds, (rules) => callOf(rules).getTime())].map(([, ofCall]) => ({
  opensAt: ofCall[0]!.timetable.callOpensAt,
  ofCall,
}));

function callOf({ timetable }: RuleSet): Date {
  return toInstant(timetable.callOpensAt);
}

/** The name of a fund's source for a pot's. */
const SOURCES: Readonly<Record<string, string>> = {
  'enterprise-donation': 'donation',
  'own-funds': 'own',
};
const PLENTY = '90000000000.00';

let stage: Stage;
let organizer: Actor;
let approver: Actor;
const units = new Map<string, string>();
const programmes = new Map<string, string>();
const funds = new Map<string, string>();

beforeAll(async () => {
  stage = await openStage({ startsAt: '2009-04-01T09:00:00+08:00' });
  organizer = await officer(stage, 'organizer');
  approver = await officer(stage, 'approver');
});
afterAll(() => stage.close());

async function made(
  things: Map<string, string>,
  key: string,
  make: () => Promise<string>,
): Promise<string> {
  const id = things.get(key) ?? (await make());
  things.set(key, id);
  return id;
}

const unitOf = (code: string) =>
  made(units, code, () => stage.unit(stage.cityId, 'district', code, `${code}地区`));

async function programmeOf(rules: RuleSet): Promise<string> {
  const [place] = rules.code.split('-');
  const year = Number(rules.timetable.callOpensAt.slice(0, 4));
  return made(programmes, `${place}-${year}`, async () => {
    const programme = await organizer.ok.post('/v1/programmes', {
      unitId: await unitOf(place!),
      year,
      stream: 'public-interest-venture',
      name: `${year}年计划`,
    });
    return programme.id;
  });
}

/** A fund for each pot: of the place and the source, with money of the year. */
async function potsOf({ code, currency, funding, timetable }: RuleSet) {
  const [place] = code.split('-');
  const year = Number(timetable.callOpensAt.slice(0, 4));
  const pots: { code: string; fundId: string }[] = [];
  for (const pot of funding) {
    const nth = pots.length + 1;
    const name = `${place}-${year}-${pot.source}-${nth}`;
    const fundId = await made(funds, name, async () => {
      const fund = await organizer.ok.post('/v1/funds', {
        unitId: await unitOf(place!),
        code: `f-${name}`.slice(0, 40),
        name: pot.name.zh,
        source: SOURCES[pot.source] ?? pot.source,
        currency,
      });
      const budget = { year, amount: { amount: PLENTY, currency } };
      await approver.ok.post(`/v1/funds/${fund.id}/budgets`, budget);
      return fund.id;
    });
    pots.push({ code: pot.code, fundId });
  }
  return pots;
}

async function requestOf(rules: RuleSet) {
  const programmeId = await programmeOf(rules);
  return { programmeId, code: rules.code, ruleSet: rules, pots: await potsOf(rules) };
}

/** Legal time goes on while the service works. */
const A_MINUTE = 60_000;

/** Run by the service from end to end. */
const WITHOUT_PEOPLE = 'cn-kunshan-2016-r5';

/** What is left to people in some of them, among others. */
const LEFT_TO_PEOPLE: Readonly<Record<string, readonly string[]>> = {
  'cn-shanghai-2009-venture': ['/lots', '/amount'],
  'cn-jiangning-2024-r10': ['/regime', '/objection/afterNotice'],
  'es-madrid-2019-pb': ['/sealing/mode', '/calendar', '/currency'],
};

function readTimes({ code, state, opensAt, closesAt }: any) {
  return { code, state, opens: toInstant(opensAt), closes: toInstant(closesAt) };
}

/** A lot as it stands when its call has opened. */
function timesOf({ code, opensAt, closesAt }: LotRules, { timetable }: RuleSet) {
  const opens = toInstant(opensAt ?? timetable.callOpensAt);
  return {
    code,
    state: opens.getTime() === toInstant(timetable.callOpensAt).getTime() ? 'open' : 'planned',
    opens,
    closes: toInstant(closesAt ?? timetable.callClosesAt),
  };
}

/** Nobody bids here: a round that would end for want of bids is over at once, and the clock has less to pass. */
async function cancel(roundId: string): Promise<void> {
  const { version } = await approver.ok.get(`/v1/rounds/${roundId}`);
  const reason = { reason: '演练到此为止' };
  await approver.ok.post(`/v1/rounds/${roundId}/cancellation`, reason, { ifMatch: version });
}

/** A copy that is looser than what its regime keeps to, with the place and the article that say so. */
function looser(rules: RuleSet): { copy: RuleSet; pointer: string; article: string } {
  return rules.regime === 'procurement'
    ? {
        copy: { ...rules, minimumBids: { n: 2 } },
        pointer: '/minimumBids/n',
        article: '政府采购法第三十六条',
      }
    : {
        copy: { ...rules, notice: { ...rules.notice, workingDays: 4 } },
        pointer: '/notice/workingDays',
        article: 'cn-futian-2021-p11',
      };
}

describe('every real round that is an example', () => {
  it('is one of forty-six', () => {
    expect(rounds).toHaveLength(46);
  });

  describe.each(calls)('whose call opens at $opensAt', ({ opensAt, ofCall }) => {
    const ids = new Map<string, string>();

    it.each(ofCall.map((rules) => [rules.code, rules] as const))(
      '%s is drawn up and approved, and refused where it is looser than its law',
      async (code, rules) => {
        const request = await requestOf(rules);
        const { copy, pointer, article } = looser(rules);
        const refused = await expectRefusal(
          organizer.post('/v1/rounds', { ...request, ruleSet: copy }),
          422,
          'RULES.INVALID',
        );
        expect(refused.body.errors).toContainEqual(
          expect.objectContaining({ pointer, detail: expect.stringContaining(article) }),
        );
        const drawnUp = await organizer.ok.post('/v1/rounds', request);
        expect(drawnUp).toMatchObject({ state: 'draft', ruleSet: rules });
        const path = `/v1/rounds/${drawnUp.id}/approval`;
        await approver.ok.post(path, undefined, { ifMatch: drawnUp.version });
        ids.set(code, drawnUp.id);
      },
    );

    it('is announced then, in both languages, with what is left to people', async () => {
      await stage.advanceTo(opensAt);
      for (const rules of ofCall) {
        const id = ids.get(rules.code)!;
        const seen = await stage.nobody.ok.get(`/v1/public/gz/rounds/${id}`);
        expect(seen).toMatchObject({ code: rules.code, state: 'announced', ruleSet: rules });
        expect(seen.lots.map(readTimes)).toEqual(rules.lots.map((lot) => timesOf(lot, rules)));
        const [call] = await stage.nobody.ok.all(`/v1/public/gz/notices?kind=call&roundId=${id}`);
        expect(call.title).toEqual({
          zh: `申报公告：${rules.title.zh}`,
          en: `Call: ${rules.title.en}`,
        });
        const drawnUp = await approver.ok.get(`/v1/rounds/${id}`);
        expect(seen.keptByHand).toEqual(drawnUp.keptByHand);
        const pointers = seen.keptByHand.map(({ pointer }: any) => pointer);
        const wanted = LEFT_TO_PEOPLE[rules.code] ?? [];
        const isWhole = rules.code === WITHOUT_PEOPLE;
        expect(pointers).toEqual(isWhole ? [] : expect.arrayContaining([...wanted]));
        if (rules.lots.length === 1) await cancel(id);
      }
    });
  });

  it('was not announced a second early, by the clock of its own place', async () => {
    const announced = await stage.sql(
      `SELECT r.code, r.announced_at AS at FROM rounds r ORDER BY r.announced_at`,
    );
    const late = rounds.filter((rules) => {
      const { at } = announced.find(({ code }) => code === rules.code)!;
      const after = at.getTime() - callOf(rules).getTime();
      return after < 0 || after > A_MINUTE;
    });
    expect(late.map(({ code }) => code)).toEqual([]);
    expect(announced).toHaveLength(rounds.length);
  });

  it('took bids for each of its phases in its own time, and closed it when that was over', async () => {
    const lots = await stage.sql(
      `SELECT l.code, e.event, e.at FROM lots l
       JOIN rounds r ON r.id = l.round_id AND r.code = 'cn-shanghai-2009-venture'
       JOIN LATERAL (SELECT name AS event, at FROM audit_events a WHERE a.aggregate_id = l.id
         AND a.name IN ('rounds.lot-opened-for-bids', 'rounds.lot-closed')) e ON true`,
    );
    const phases = rounds.find(({ code }) => code === 'cn-shanghai-2009-venture')!.lots;
    for (const { code, opensAt, closesAt } of phases) {
      for (const [event, moment] of [
        ['rounds.lot-opened-for-bids', opensAt!],
        ['rounds.lot-closed', closesAt!],
      ] as const) {
        const { at } = lots.find((lot) => lot.code === code && lot.event === event)!;
        const after = at.getTime() - toInstant(moment).getTime();
        expect(after >= 0 && after < A_MINUTE).toBe(true);
      }
    }
  });
});

describe('the seventy-seven lots of one of them', () => {
  it('fail together when nobody has bid for them, and their money goes back', async () => {
    const lots = await stage.sql(
      `SELECT l.state, count(*)::int FROM lots l JOIN rounds r ON r.id = l.round_id
       WHERE r.code = 'cn-jiangning-2024-r10' AND r.money_returned_at IS NOT NULL GROUP BY l.state`,
    );
    expect(lots).toEqual([{ state: 'failed', count: 77 }]);
  });
});

describe('what was recorded', () => {
  it('is one event per version of everything', async () => {
    expect(await unrecorded(stage)).toEqual([]);
  });
});
