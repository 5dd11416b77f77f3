import Ajv2020 from 'ajv/dist/2020';
import { smallRound } from '../../src/rules/small-round.fixture';
import { Knocking } from '../support/knocking';
import {
  approvedRound,
  BEFORE_CALL,
  bidder,
  bidRequest,
  closingAt,
  fundingBody,
  type FundingBody,
  proposeCorrection,
  roundRequest,
  submit,
} from '../support/round-story';
import { newId } from '../../src/kernel/id';
import { expectRefusal, openStage, type Stage } from '../support/stage';

let stage: Stage;
let body: FundingBody;

beforeAll(async () => {
  stage = await openStage({ startsAt: BEFORE_CALL });
  body = await fundingBody(stage);
});
afterAll(() => stage.close());

describe('the schema of rule sets', () => {
  it('is published for everyone, and is the one that rule sets are read by', async () => {
    const answer = await stage.nobody.get('/v1/rule-set-schema');
    expect(answer.status).toBe(200);
    const schema = answer.body as { readonly $schema: string };
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    const ajv = new Ajv2020({ discriminator: true, strict: true, validateFormats: false });
    const isRuleSet = ajv.compile(schema);
    expect(isRuleSet(smallRound())).toBe(true);
    expect(isRuleSet({ ...smallRound(), regime: 'lottery' })).toBe(false);
  });

  it('stands in the contract, where a round takes a rule set', async () => {
    const { components } = await stage.nobody.ok.get('/openapi.json');
    const { ruleSet } = components.schemas.CreateRoundRequest.properties;
    expect(ruleSet.allOf).toEqual([{ $ref: '#/components/schemas/RuleSet' }]);
    expect(components.schemas.RuleSet.properties.timetable).toEqual({
      $ref: '#/components/schemas/RuleSet.Timetable',
    });
  });
});

describe('a rule set that is sent in', () => {
  /** Sends a round whose rule set stands in the body as this text. */
  async function sent(ruleSet: string) {
    const request = JSON.stringify({ ...roundRequest(body), ruleSet: '@@' });
    const headers = {
      authorization: `Bearer ${body.organizer.token}`,
      'idempotency-key': newId(),
      'content-type': 'application/json',
    };
    const knocking = new Knocking(stage, 1);
    const text = request.replace('"@@"', () => ruleSet);
    return knocking.send('POST', '/v1/rounds', headers, Buffer.from(text));
  }

  const sound = JSON.stringify(smallRound());
  const within = (more: string) => `{${more},${sound.slice(1)}`;
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

  it.each<[string, string, number, string]>([
    ['a key twice', within('"code":"other"'), 400, 'REQUEST.MALFORMED'],
    [
      'a key twice further down',
      sound.replace('"size":5', '"size":5,"size":7'),
      400,
      'REQUEST.MALFORMED',
    ],
    ['a thousand levels', within(`"x":${nested(1_000)}`), 400, 'REQUEST.MALFORMED'],
    ['a megabyte', within(`"x":"${'x'.repeat(1024 * 1024)}"`), 413, 'HTTP.TOO_LARGE'],
    ['a way to the prototype', within('"__proto__":{"regime":"grant"}'), 400, 'REQUEST.MALFORMED'],
    ['a number beyond a double', sound.replace('"min":1', '"min":1e400'), 400, 'REQUEST.MALFORMED'],
    [
      'a negative zero',
      sound.replace('"visits":{"min":1}', '"visits":{"min":-0}'),
      422,
      'RULES.INVALID',
    ],
    [
      'a list of twenty thousand',
      within(`"steps":[${'1,'.repeat(20_000)}1]`),
      422,
      'RULES.INVALID',
    ],
    [
      'a text that hides something',
      sound.replace('全部项目', '全部\u202e项目'),
      422,
      'RULES.INVALID',
    ],
  ])('is refused with %s', async (_, ruleSet, status, code) => {
    expect(await sent(ruleSet)).toMatchObject({ status, code });
  });

  it('is taken when it is sound', async () => {
    expect(await sent(sound)).toMatchObject({ status: 201 });
  });
});

describe('lots with times of their own', () => {
  const FIRST_CLOSES = '2020-03-20T00:00:00+08:00';
  const SECOND_OPENS = '2020-03-20T00:00:00+08:00';
  const inPhases = () =>
    approvedRound(body, ({ lots }) => {
      lots[0]!.closesAt = FIRST_CLOSES;
      lots.push({
        code: 'second',
        name: { zh: '第二期', en: 'Second phase' },
        opensAt: SECOND_OPENS,
      });
    });

  it('take bids in their own time and in no other, and close one after the other', async () => {
    const round = await inPhases();
    const of = (code: string) => round.lots.find((lot: any) => lot.code === code).id as string;
    const le = await bidder(stage);
    await stage.advanceTo('2020-03-12T09:00:00+08:00');
    await submit(le, of('main'));
    const early = le.actor.post(`/v1/lots/${of('second')}/bids`, bidRequest(le.partyId));
    await expectRefusal(early, 404, 'ACCESS.NOT_FOUND');
    const later = proposeCorrection(body, round.id, closingAt('2020-04-20T00:00:00+08:00'));
    await expect(later).rejects.toThrow(/ROUNDS.CORRECTION_FIXED/);

    await stage.advanceTo('2020-03-21T09:00:00+08:00');
    const late = le.actor.post(`/v1/lots/${of('main')}/bids`, bidRequest(le.partyId));
    await expectRefusal(late, 409, 'BIDS.DEADLINE_PASSED');
    await submit(le, of('second'));
    const { lots } = await body.organizer.ok.get(`/v1/rounds/${round.id}`);
    const states = lots.map(({ code, state, bidCount }: any) => [code, state, bidCount]);
    expect(states).toEqual([
      ['main', 'closed', 1],
      ['second', 'open', null],
    ]);
  });
});
