import { toDay } from '../../kernel/day';
import { smallRound } from '../../rules/small-round.fixture';
import { outcomeOf, plannedChecks, standingOf, type CheckedBid } from './qualification-checks';

const closesOn = toDay('2020-04-10');
const rules = smallRound();
const sound: CheckedBid = {
  creditCode: '52440100MJ9900012Y',
  registeredOn: toDay('2015-06-01'),
  sanctions: [],
  placeOfOrganization: 1,
  category: 'elderly',
  budgetFen: 20_000_000n,
  ownFundsFen: 10_000_000n,
  requestedFen: 10_000_000n,
  faults: 0,
};
const planned = plannedChecks(rules);
const outcomes = (changes: Partial<CheckedBid> = {}) =>
  Object.fromEntries(
    planned.map((check) => [
      check.code,
      outcomeOf(check, { ...sound, ...changes }, rules, closesOn)?.verdict ?? null,
    ]),
  );

describe('plannedChecks', () => {
  it('begins with whether the bid can be read, and goes on as the rule set does', () => {
    expect(planned.map(({ code }) => code)).toEqual([
      'readable',
      'credit-code-valid',
      'registered-for',
      'not-sanctioned',
      'bids-per-organization',
      'form-complete',
      'amount-within-rule',
      'public-interest',
    ]);
  });

  it('gives each check a code of its own when a kind stands twice or a person’s has its name', () => {
    const odd = smallRound(({ qualification }) => {
      const question = { zh: '是否完整？', en: 'Is it complete?' };
      qualification.push(
        { variant: 'registered-for', minMonths: 24 },
        { variant: 'judged', code: 'form-complete', question },
      );
    });
    const codes = plannedChecks(odd).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['registered-for-2', 'form-complete-2']));
    expect(new Set(codes).size).toBe(codes.length);
    expect(plannedChecks(odd).at(-1)).toMatchObject({
      code: 'form-complete',
      check: { variant: 'judged' },
    });
  });
});

describe('outcomeOf', () => {
  it('passes a sound bid, and leaves to a person what is a person’s', () => {
    expect(outcomes()).toEqual({
      readable: 'pass',
      'credit-code-valid': 'pass',
      'registered-for': 'pass',
      'not-sanctioned': 'pass',
      'bids-per-organization': 'pass',
      'form-complete': 'pass',
      'amount-within-rule': 'pass',
      'public-interest': null,
    });
  });

  it.each<[string, Partial<CheckedBid>, Partial<CheckedBid>]>([
    ['credit-code-valid', { creditCode: null }, {}],
    [
      'registered-for',
      { registeredOn: toDay('2019-04-11') },
      { registeredOn: toDay('2019-04-10') },
    ],
    ['registered-for', { registeredOn: null }, {}],
    ['not-sanctioned', { sanctions: ['breach'] }, {}],
    ['bids-per-organization', { placeOfOrganization: 3 }, { placeOfOrganization: 2 }],
    ['form-complete', { faults: 1 }, {}],
    ['amount-within-rule', { ownFundsFen: 7_999_999n }, { ownFundsFen: 8_000_000n }],
    ['amount-within-rule', { budgetFen: null }, {}],
    ['readable', { requestedFen: null }, {}],
  ])('fails %s on %o, and passes it on %o', (code, failing, passing) => {
    expect(outcomes(failing)[code]).toBe('fail');
    expect(outcomes(passing)[code]).toBe('pass');
  });

  it('tells what a rule compared', () => {
    const registered = planned.find(({ code }) => code === 'registered-for')!;
    expect(outcomeOf(registered, sound, rules, closesOn)?.facts).toEqual({
      registeredOn: '2015-06-01',
      minMonths: 12,
      closesOn: '2020-04-10',
    });
    const amount = planned.find(({ code }) => code === 'amount-within-rule')!;
    const greedy = { ...sound, ownFundsFen: 0n };
    expect(outcomeOf(amount, greedy, rules, closesOn)?.facts).toMatchObject({
      why: 'GRANT.ABOVE_SHARE',
    });
  });

  it('holds a bid against the cap of its own category', () => {
    const capped = smallRound(({ categories }) => (categories[0]!.cap = '99999.99'));
    const amount = planned.find(({ code }) => code === 'amount-within-rule')!;
    expect(outcomeOf(amount, sound, capped, closesOn)).toMatchObject({
      verdict: 'fail',
      facts: { why: 'GRANT.ABOVE_CATEGORY_CAP', category: 'elderly', limit: '99999.99' },
    });
    const young = { ...sound, category: 'youth' };
    expect(outcomeOf(amount, young, capped, closesOn)?.verdict).toBe('pass');
  });
});

describe('standingOf', () => {
  const all = new Map(planned.map(({ code }) => [code, 'pass' as const]));

  it('is in with every check passed, and still open while one is missing', () => {
    expect(standingOf(planned, all)).toBe('qualify');
    const missing = new Map(all);
    missing.delete('public-interest');
    expect(standingOf(planned, missing)).toBeNull();
  });

  it('is out with one check failed, whatever is still missing', () => {
    expect(standingOf(planned, new Map([['form-complete', 'fail']]))).toBe('disqualify');
  });
});
