import {
  approvedRound,
  BEFORE_CALL,
  bidder,
  closingAt,
  correct,
  fundingBody,
  judgeAll,
  open,
  submit,
  unrecorded,
  type FundingBody,
} from '../support/round-story';
import { openStage, type Stage } from '../support/stage';
import { verifyStage } from '../support/verify-stage';

let stage: Stage;
let body: FundingBody;

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
  body = await fundingBody(stage);
});
afterAll(() => stage.close());

const at = (day: string) => `2020-${day}T00:00:00+08:00`;
const second = (own: object) => ({
  code: 'second',
  name: { zh: '第二期', en: 'Second phase' },
  ...own,
});
const statesOf = async (roundId: string) => {
  const { lots } = await stage.nobody.ok.get(`/v1/public/gz/rounds/${roundId}`);
  return Object.fromEntries(lots.map(({ code, state }: any) => [code, state]));
};
const lotOf = (round: any, code: string): string =>
  round.lots.find((lot: any) => lot.code === code).id;

describe('a round in phases', () => {
  let round: any;

  it('opens and closes each lot at its own time, a second neither early nor late', async () => {
    round = await approvedRound(body, (rules) => {
      rules.lots[0]!.closesAt = at('03-20');
      rules.lots.push(second({ opensAt: at('03-18') }));
    });
    await stage.advanceTo(at('03-10'));
    expect(await statesOf(round.id)).toEqual({ main: 'open', second: 'planned' });
    await stage.advanceTo('2020-03-17T23:59:59+08:00');
    expect(await statesOf(round.id)).toEqual({ main: 'open', second: 'planned' });
    await stage.advanceTo(at('03-18'));
    expect(await statesOf(round.id)).toEqual({ main: 'open', second: 'open' });
    await submit(await bidder(stage), lotOf(round, 'main'));
    await submit(await bidder(stage), lotOf(round, 'second'));
    await stage.advanceTo(at('03-20'));
    expect(await statesOf(round.id)).toEqual({ main: 'closed', second: 'open' });
    const clocks = await body.organizer.ok.get(`/v1/clocks?subjectId=${lotOf(round, 'main')}`);
    const articles = clocks.items.map(({ rule, article }: any) => [rule, article]);
    expect(articles).toContainEqual(['lot.closes', 'small-round/lots/0/closesAt']);
  });

  it('is opened lot by lot, and no two of its bids have one number', async () => {
    await open(body, lotOf(round, 'main'));
    await stage.settled();
    expect(await statesOf(round.id)).toEqual({ main: 'opened', second: 'open' });
    await stage.advanceTo(at('04-11'));
    await open(body, lotOf(round, 'second'));
    await stage.settled();
    const numbers = await stage.sql(`SELECT number FROM bids WHERE round_id = $1 ORDER BY number`, [
      round.id,
    ]);
    const code = round.code.toUpperCase();
    expect(numbers).toEqual([{ number: `${code}-L01-0001` }, { number: `${code}-L02-0001` }]);
  });

  it('checks the bids of every lot while one of them waits for a person', async () => {
    await judgeAll(body, lotOf(round, 'second'));
    await stage.settled();
    expect(await statesOf(round.id)).toEqual({ main: 'opened', second: 'qualified' });
  });
});

describe('a lot that has not opened yet', () => {
  it('closes later when the call is extended, and opens when it was to', async () => {
    const round = await approvedRound(body, (rules) => {
      rules.timetable.callOpensAt = at('04-15');
      rules.timetable.callClosesAt = at('05-20');
      rules.lots.push(second({ opensAt: at('04-25') }));
    });
    await stage.advanceTo(at('04-16'));
    const { lots } = await correct(body, round.id, closingAt(at('05-25')));
    expect(lots).toMatchObject([
      { state: 'open', closesAt: expect.stringMatching(/^2020-05-25/) },
      { state: 'planned', closesAt: expect.stringMatching(/^2020-05-25/) },
    ]);
    await stage.advanceTo(at('04-25'));
    expect(await statesOf(round.id)).toEqual({ main: 'open', second: 'open' });
    await stage.advanceTo('2020-05-24T23:59:59+08:00');
    expect(await statesOf(round.id)).toEqual({ main: 'open', second: 'open' });
    await stage.advanceTo(at('05-25'));
    expect(await statesOf(round.id)).toEqual({ main: 'failed', second: 'failed' });
  });

  it('is cancelled with its round, and never opens', async () => {
    const round = await approvedRound(body, (rules) => {
      rules.timetable.callOpensAt = at('05-26');
      rules.timetable.callClosesAt = at('06-10');
      rules.lots.push(second({ opensAt: at('06-01') }));
    });
    await stage.advanceTo(at('05-27'));
    const { version } = await body.approver.ok.get(`/v1/rounds/${round.id}`);
    const path = `/v1/rounds/${round.id}/cancellation`;
    await body.approver.ok.post(path, { reason: '资金来源发生变化' }, { ifMatch: version });
    await stage.advanceTo(at('06-02'));
    expect(await statesOf(round.id)).toEqual({ main: 'cancelled', second: 'cancelled' });
  });
});

describe('what was recorded', () => {
  it('is one event per version of everything, and its deadlines follow from the rules', async () => {
    expect(await unrecorded(stage)).toEqual([]);
    await stage.sequenced();
    expect((await verifyStage(stage)).I6).toEqual([]);
  });
});
