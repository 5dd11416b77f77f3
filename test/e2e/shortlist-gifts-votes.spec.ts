import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleSet } from '../../src/rules';
import { readRuleSetText } from '../../src/rules/rule-set-text';
import { institution, officer } from '../support/registers';
import { accept, addExperts, seatsOf, type StoryExpert } from '../support/review-story';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

/**
 * Dongguan's round of 2011 (cn-dongguan-2011-r1), played through the API with five bids: a panel of eleven makes the shortlist, gifts
 * and votes are counted, a second panel scores, and the three parts make the rank. Gifts are matched 1 : 2.
 */
const KEPT = 3;

let stage: Stage;
let organizer: Actor;
let approver: Actor;
let supervisor: Actor;
let rules: RuleSet;
let lotId: string;
let experts: StoryExpert[];
const bids: { actor: Actor; partyId: string; bidId: string }[] = [];

beforeAll(async () => {
  stage = await openStage({ startsAt: '2011-10-20T09:00:00+08:00' });
  organizer = await officer(stage, 'organizer');
  approver = await officer(stage, 'approver');
  supervisor = await officer(stage, 'supervisor');
  rules = dongguan();
  const round = await announced();
  lotId = round.lots[0].id;
  for (let n = 0; n < 5; n += 1) bids.push(await bid(n));
  await stage.advanceTo('2011-11-11T09:00:00+08:00');
  experts = await addExperts(stage, organizer, [
    ...Array.from({ length: 24 }, () => ['social-work']),
    // Whoever the first draw calls, enough of these are left for the second.
    ...Array.from({ length: 16 }, () => ['finance']),
  ]);
  const opening = await organizer.ok.post(`/v1/lots/${lotId}/opening`);
  const path = `/v1/lots/${lotId}/opening/confirmation`;
  await approver.ok.post(path, undefined, { ifMatch: opening.version });
  await stage.settled();
  await judgeAll();
  await stage.settled();
});
afterAll(() => stage.close());

function dongguan(): RuleSet {
  const file = join(__dirname, '../../examples/rounds/cn-dongguan-2011-r1.yaml');
  const read = readRuleSetText(readFileSync(file, 'utf8'));
  // Of five bids three stand for the sixty of a real call.
  read.shortlist!.keep.top = KEPT;
  return read;
}

async function announced(): Promise<any> {
  const fund = await organizer.ok.post('/v1/funds', {
    ...{ unitId: stage.cityId, code: 'lottery', name: '福彩公益金', source: 'welfare-lottery' },
  });
  await approver.ok.post(`/v1/funds/${fund.id}/budgets`, {
    ...{ year: 2011, amount: { amount: '10000000.00', currency: 'CNY' } },
  });
  const programme = await organizer.ok.post('/v1/programmes', {
    ...{ unitId: stage.cityId, year: 2011, stream: 'public-interest-venture', name: '公益创投' },
  });
  const draft = await organizer.ok.post('/v1/rounds', {
    ...{ programmeId: programme.id, code: 'dongguan', ruleSet: rules },
    pots: [{ code: 'welfare-lottery', fundId: fund.id }],
  });
  await approver.ok.post(`/v1/rounds/${draft.id}/approval`, undefined, { ifMatch: draft.version });
  await stage.advanceTo('2011-10-22T09:00:00+08:00');
  return organizer.ok.get(`/v1/rounds/${draft.id}`);
}

/** Each asks for 300,000 yuan more than it has. */
async function bid(n: number): Promise<(typeof bids)[number]> {
  const actor = await stage.person(`代表${n + 1}`);
  const { id: partyId } = await actor.ok.post(
    '/v1/parties',
    institution({ registeredOn: '2009-01-01' }),
  );
  const application = {
    schema: 'yichuang/application/1',
    title: `公益项目${n + 1}`,
    category: rules.categories[n % rules.categories.length]!.code,
    applicantClass: 'organization',
    sections: Object.fromEntries(rules.form.sections.map(({ code }) => [code, `${code}：内容`])),
    budgetLines: rules.form.budgetLines.map(({ code }) => ({ code, amount: '80000.00' })),
    ownFunds: '100000.00',
    activities: [{ name: '常规服务', times: 10, heads: 40 }],
    indicators: [{ name: '服务人次', target: 400, unit: '人次' }],
  };
  const content = Buffer.from(JSON.stringify(application), 'utf8').toString('base64');
  const { bidId } = await actor.ok.post(`/v1/lots/${lotId}/bids`, {
    partyId,
    revision: 1,
    content,
  });
  return { actor, partyId, bidId: bidId ?? (await actor.ok.get('/v1/bids')).items[0].id };
}

async function judgeAll(): Promise<void> {
  const { items } = await organizer.ok.get(`/v1/lots/${lotId}/qualification?limit=200`);
  for (const one of items) {
    for (const code of one.open) {
      const body = { code, verdict: 'pass', reason: '项目期为十二个月' };
      await organizer.ok.post(`/v1/bids/${one.id}/checks`, body, { ifMatch: one.version });
    }
  }
}

const stateOf = async (n: number) =>
  (await organizer.ok.get(`/v1/bids/${bids[n]!.bidId}`)).state as string;
const asked = async (n: number, code: string): Promise<any> => {
  const { items } = await organizer.ok.get(`/v1/decisions?subjectId=${bids[n]!.bidId}&limit=50`);
  return items.find((one: any) => one.code === code);
};
const enter = async (n: number, code: string, given: object): Promise<any> => {
  const { id, version } = await asked(n, code);
  const body = { reason: '据慈善会专户入账单与投票平台导出表', ...given };
  return organizer.ok.post(`/v1/decisions/${id}/answer`, body, { ifMatch: version });
};
const yuan = (amount: string) => ({ amount: { amount, currency: 'CNY' } });

/** Seats whoever is called until the panel is full, and has all of them score each bid alike. */
async function review(
  totals: readonly number[],
  criteria: RuleSet['scoring']['criteria'],
): Promise<void> {
  const called = await seatsOf(experts, ['invited']);
  for (const { expert, seat } of called) await accept(expert, seat);
  await stage.settled();
  const ids = called.map(({ seat }) => seat.id as string);
  const seated = (await seatsOf(experts, ['accepted'])).filter(({ seat }) => ids.includes(seat.id));
  for (const { expert, seat } of seated) {
    const path = `/v1/panel-seats/${seat.id}`;
    const { items } = await expert.actor.ok.get(`${path}/bids`);
    for (const { bidId } of items) {
      const place = bids.findIndex((one) => one.bidId === bidId);
      const scores = scoresOf(criteria, totals[place]!);
      await expert.actor.ok.post(`${path}/sheets`, { bidId, scores, comment: '意见' });
    }
  }
  await stage.settled();
  for (const { expert, seat } of seated) {
    const panel = `/v1/panels/${seat.panelId}`;
    const { version } = await expert.actor.ok.get(`${panel}/report`);
    await expert.actor.ok.post(`${panel}/signature`, { agrees: true }, { ifMatch: version });
  }
  await stage.settled();
}

function scoresOf(criteria: RuleSet['scoring']['criteria'], total: number): Record<string, string> {
  let left = total;
  return Object.fromEntries(
    criteria.map(({ code, points }) => {
      const score = Math.min(points, left);
      left -= score;
      return [code, String(score)];
    }),
  );
}

describe('a round with a shortlist, gifts and votes', () => {
  it('has a first panel of its own select, by its own criteria, and leaves out the others', async () => {
    expect(await seatsOf(experts, ['invited'])).toHaveLength(11);
    expect(await asked(0, 'gifts.amount')).toBeUndefined();
    const { shortlist } = rules;
    if (shortlist?.by.variant !== 'panel') throw new Error('the shortlist is not by a panel');
    await review([50, 45, 40, 30, 20], shortlist.by.criteria);
    const states = await Promise.all([0, 1, 2, 3, 4].map(stateOf));
    expect(states).toEqual([
      ...['qualified', 'qualified', 'qualified', 'notShortlisted', 'notShortlisted'],
    ]);
    const [mail] = await stage.sql(
      `SELECT facts FROM messages WHERE subject_id = $1 AND template = 'reviews.notShortlisted'`,
      [bids[3]!.bidId],
    );
    expect(mail.facts).toMatchObject({ figure: '30.00', kept: KEPT });
  });

  it('asks for gifts and votes of those alone, and takes them from nobody but the named role', async () => {
    expect(await asked(3, 'gifts.amount')).toBeUndefined();
    const { id, version } = await asked(0, 'gifts.amount');
    const path = `/v1/decisions/${id}/answer`;
    const body = { ...yuan('100000.00'), reason: '入账单' };
    await expectRefusal(supervisor.post(path, body, { ifMatch: version }), 404, 'ACCESS.NOT_FOUND');
    const count = { count: 3, reason: '入账单' };
    const refused = organizer.post(path, count, { ifMatch: version });
    await expectRefusal(refused, 422, 'DECISIONS.ANSWER_KIND');
  });

  it('calls nobody of the first panel to the second, and waits for the counts after its report', async () => {
    const second = await seatsOf(experts, ['invited']);
    expect(second).toHaveLength(7);
    await review([48, 45, 42, 0, 0], rules.scoring.criteria);
    expect((await roundRead()).lots[0].state).toBe('qualified');
  });

  it('ranks by the three parts together once all is counted', async () => {
    await enter(0, 'gifts.amount', yuan('0.00'));
    await enter(1, 'gifts.amount', yuan('50000.00'));
    await enter(2, 'gifts.amount', yuan('200000.00'));
    await enter(0, 'votes.count', { count: 1000 });
    await enter(1, 'votes.count', { count: 500 });
    await enter(2, 'votes.count', { count: 4000 });
    await stage.settled();
    const ranking = JSON.parse((await organizer.ok.get(`/v1/lots/${lotId}/ranking`)).ranking);
    const lines = ranking.bids.map((one: any) => [
      bids.findIndex(({ bidId }) => bidId === one.bidId),
      ...[one.rank, one.mean],
      one.parts.map(({ code, points }: any) => `${code} ${points}`).join(', '),
    ]);
    expect(lines).toEqual([
      [2, 1, '82.00', 'panel 42, gifts 20, votes 20'],
      [0, 2, '53.00', 'panel 48, gifts 0, votes 5'],
      [1, 3, '52.50', 'panel 45, gifts 5, votes 2.5'],
    ]);
  });

  it('matches gifts 1 : 2 and tops up to the budget, each within its cap, and says how', async () => {
    const { items } = await organizer.ok.get(`/v1/awards?lotId=${lotId}`);
    const amounts = bids.slice(0, 3).map(({ bidId }) => {
      const award = items.find((one: any) => one.bidId === bidId);
      return award.amount.amount;
    });
    // 300,000 are asked for: without gifts topped up to 300,000; 50,000 of gifts matched and topped up; 200,000 leave 100,000.
    expect(amounts).toEqual(['300000.00', '250000.00', '100000.00']);
  });

  it('tells of no award before the prizes for ideas are decided, which keep nobody from one', async () => {
    const { version } = await approver.ok.get(`/v1/lots/${lotId}/award-proposal`);
    const path = `/v1/lots/${lotId}/award-approval`;
    await approver.ok.post(path, undefined, { ifMatch: version });
    await stage.settled();
    const lotState = async () => (await roundRead()).lots[0].state as string;
    expect(await lotState()).toBe('approved');
    for (const n of [0, 1, 2]) await enter(n, 'idea-prize', { option: n === 1 ? 'first' : 'none' });
    await stage.settled();
    expect(await lotState()).toBe('noticed');
  });
});

async function roundRead(): Promise<any> {
  const { items } = await organizer.ok.get('/v1/rounds');
  return organizer.ok.get(`/v1/rounds/${items[0].id}`);
}
