import { toInstant } from '../../../kernel/instant';
import { differencesBetween, type BudgetLessOwnFunds, type RuleSet } from '../../../rules';
import { smallRound } from '../../../rules/small-round.fixture';
import { movesOnlyTheDeadline, requireLawful, standingDeadline } from './lawful-correction';

const STANDING = '2020-04-11T00:00:00+08:00';
const NAME = { zh: '名称', en: 'Name' };
const CASES = { code: 'cases', name: NAME, unitPrice: '300.00' };
type Change = (rules: RuleSet) => void;
const NOTHING: Change = () => undefined;

const ownFunds = (rules: RuleSet) => rules.amount as BudgetLessOwnFunds;

/** What is refused of a correction on a morning; null where nothing is. */
function refusalOf(
  change: Change,
  {
    on = '2020-03-20',
    requiresResubmission = false,
    own = undefined as number | undefined,
    had = NOTHING,
    standing: stands = STANDING,
  } = {},
): string | null {
  const ownDays: Change = (rules) => {
    had(rules);
    if (own !== undefined) rules.corrections = { daysBeforeDeadline: own };
  };
  const before = smallRound(ownDays);
  const after = smallRound((rules) => {
    ownDays(rules);
    change(rules);
  });
  const difference = differencesBetween(before, after);
  const at = toInstant(`${on}T09:00:00+08:00`);
  const standing = toInstant(stands);
  try {
    requireLawful({ before, after, difference, requiresResubmission, standing, at });
    return null;
  } catch (refusal) {
    const { code, facts } = refusal as { code: string; facts: Record<string, string> };
    const told = facts.places ?? facts.codes ?? facts.earliest;
    return told === undefined ? code : `${code} ${told}`;
  }
}

const closingAt =
  (at: string): Change =>
  ({ timetable }) => {
    timetable.callClosesAt = at;
  };

describe('requireLawful', () => {
  it('refuses what changes nothing', () => {
    expect(refusalOf(() => undefined)).toBe('ROUNDS.NOTHING_CORRECTED');
  });

  it.each<[string, Change, string]>([
    ['the regime', (r) => (r.regime = 'procurement'), '/regime'],
    ['a lot more', (r) => r.lots.push({ ...r.lots[0]!, code: 'second' }), '/lots/1'],
    ['a pot less', (r) => r.funding.pop(), '/funding/0'],
    ['a pot’s source', (r) => (r.funding[0]!.source = 'fiscal'), '/funding/0/source'],
    ['a pot’s share', (r) => (r.funding[0]!.share = '1'), '/funding/0/share'],
    ['the kind of round', (r) => (r.mode = 'contest'), '/mode'],
    ['a time of a lot’s own', (r) => (r.lots[0]!.closesAt = STANDING), '/lots/0/closesAt'],
    ['the budget of a lot', (r) => (r.lots[0]!.budget = '1.00'), '/lots/0/budget'],
    [
      'two of them at once',
      (r) => {
        r.code = 'another';
        r.lots[0]!.code = 'all';
      },
      '/code, /lots/0/code',
    ],
  ])('refuses %s by name', (_, change, places) => {
    expect(refusalOf(change)).toBe(`ROUNDS.CORRECTION_FIXED ${places}`);
  });

  it.each<[string, Change]>([
    ['the name of a lot', (r) => (r.lots[0]!.name.zh = '各类项目')],
    ['the name of a pot', (r) => (r.funding[0]!.name.zh = '彩票公益金')],
    ['the amounts', (r) => (ownFunds(r).maxAmount = '400000.00')],
    ['a category more', (r) => r.categories.push({ ...r.categories[0]!, code: 'children' })],
  ])('takes a correction of %s', (_, change) => {
    expect(refusalOf(change)).toBeNull();
  });

  it.each<[string, Change, string]>([
    ['a category', (r) => r.categories.shift(), 'elderly'],
    ['a section', (r) => r.form.sections.pop(), 'experience'],
    ['a budget line', (r) => (r.form.budgetLines[0]!.code = 'people'), 'staff'],
  ])('takes %s away only where new versions are demanded', (_, change, code) => {
    expect(refusalOf(change)).toBe(`ROUNDS.NEW_VERSION_NEEDED ${code}`);
    expect(refusalOf(change, { requiresResubmission: true })).toBeNull();
  });

  it.each<[string, Change, Change, string]>([
    [
      'a class of applicants',
      (r) => (r.applicants = { classes: [{ code: 'new', name: NAME }] }),
      (r) => delete r.applicants,
      'new',
    ],
    [
      'a declaration',
      (r) => r.qualification.push({ variant: 'declared', code: 'clean', statement: NAME }),
      (r) => r.qualification.pop(),
      'clean',
    ],
    [
      'a document',
      (r) => r.qualification.push({ variant: 'attached', code: 'licence', document: NAME }),
      (r) => r.qualification.pop(),
      'licence',
    ],
    [
      'an output',
      (r) => (r.amount = { variant: 'unit-price', outputs: [CASES, { ...CASES, code: 'groups' }] }),
      (r) => (r.amount = { variant: 'unit-price', outputs: [CASES] }),
      'groups',
    ],
  ])('takes %s away only where new versions are demanded', (_, had, change, code) => {
    expect(refusalOf(change, { had })).toBe(`ROUNDS.NEW_VERSION_NEEDED ${code}`);
    expect(refusalOf(change, { had, requiresResubmission: true })).toBeNull();
  });

  it('moves no deadline where lots have their own, and goes by the first of them', () => {
    const had: Change = (r) => {
      r.lots[0]!.closesAt = '2020-04-01T00:00:00+08:00';
      r.lots.push({ code: 'second', name: NAME });
    };
    const later = closingAt('2020-04-18T00:00:00+08:00');
    expect(refusalOf(later, { had })).toBe(`ROUNDS.CORRECTION_FIXED /timetable/callClosesAt`);
    const change: Change = (r) => r.categories.push({ ...r.categories[0]!, code: 'children' });
    const standing = '2020-04-01T00:00:00+08:00';
    expect(refusalOf(change, { had, standing, on: '2020-03-16' })).toBeNull();
    expect(refusalOf(change, { had, standing, on: '2020-03-17' })).toBe(
      'ROUNDS.TIME_TOO_SHORT 2020-04-02T00:00:00.000+08:00',
    );
  });

  it('moves a deadline later only, whatever else it does', () => {
    expect(refusalOf(closingAt('2020-04-10T23:59:59+08:00'))).toBe('ROUNDS.NOT_LATER');
    expect(refusalOf(closingAt('2020-04-11T00:00:01+08:00'), { on: '2020-04-10' })).toBeNull();
  });

  it('asks for the days where bids may depend on it, the day of the correction not counted', () => {
    const change: Change = (r) => (ownFunds(r).maxAmount = '400000.00');
    expect(refusalOf(change, { on: '2020-03-26' })).toBeNull();
    const late = 'ROUNDS.TIME_TOO_SHORT 2020-04-12T00:00:00.000+08:00';
    expect(refusalOf(change, { on: '2020-03-27' })).toBe(late);
    const both: Change = (r) => {
      change(r);
      closingAt('2020-04-12T00:00:00+08:00')(r);
    };
    expect(refusalOf(both, { on: '2020-03-27' })).toBeNull();
  });

  it('goes by the number of the round’s own rules, as they were announced', () => {
    const change: Change = (r) => (ownFunds(r).maxAmount = '400000.00');
    expect(refusalOf(change, { on: '2020-04-07', own: 3 })).toBeNull();
    const late = 'ROUNDS.TIME_TOO_SHORT 2020-04-12T00:00:00.000+08:00';
    expect(refusalOf(change, { on: '2020-04-08', own: 3 })).toBe(late);
    const shorter: Change = (r) => {
      change(r);
      r.corrections = { daysBeforeDeadline: 1 };
    };
    expect(refusalOf(shorter, { on: '2020-04-08', own: 3 })).toBe(late);
  });

  it.each<[string, Change]>([
    ['the title', (r) => (r.title.en = 'Another title')],
    ['how steps are called', (r) => (r.steps = [{ code: 'call', name: NAME, is: 'call' }])],
    ['the panel', (r) => (r.panel!.seats[0]!.name.zh = '行业专家')],
    ['the days of the public notice', (r) => (r.notice.workingDays = 7)],
    ['where a value comes from', (r) => r.provenance.pop()],
  ])('asks for no time for a correction of %s, unless new versions are demanded', (_, change) => {
    expect(refusalOf(change, { on: '2020-04-10' })).toBeNull();
    expect(refusalOf(change, { on: '2020-04-10', requiresResubmission: true })).toBe(
      'ROUNDS.TIME_TOO_SHORT 2020-04-26T00:00:00.000+08:00',
    );
  });
});

describe('movesOnlyTheDeadline', () => {
  const difference = (change: Change) => differencesBetween(smallRound(), smallRound(change));

  it('tells an extension from what corrects more', () => {
    const later = closingAt('2020-04-18T00:00:00+08:00');
    expect(movesOnlyTheDeadline(difference(later))).toBe(true);
    const more: Change = (r) => {
      later(r);
      r.title.en = 'Another title';
    };
    expect(movesOnlyTheDeadline(difference(more))).toBe(false);
  });
});

describe('standingDeadline', () => {
  it('is the first of all lots', () => {
    const closing = (at: string) => ({ closesAt: toInstant(at) });
    const lots = ['2020-04-11T00:00:00Z', '2020-04-01T00:00:00Z', '2020-04-20T00:00:00Z'];
    expect(standingDeadline(lots.map(closing))).toEqual(toInstant('2020-04-01T00:00:00Z'));
  });
});
