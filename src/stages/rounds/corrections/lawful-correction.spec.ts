import { toInstant } from '../../../kernel/instant';
import { differencesBetween, type BudgetLessOwnFunds, type RuleSet } from '../../../rules';
import { smallRound } from '../../../rules/small-round.fixture';
import { movesOnlyTheDeadline, requireLawful } from './lawful-correction';

const STANDING = '2020-04-11T00:00:00+08:00';
type Change = (rules: RuleSet) => void;

const ownFunds = (rules: RuleSet) => rules.amount as BudgetLessOwnFunds;

/** What is refused of a correction on a morning; null where nothing is. */
function refusalOf(
  change: Change,
  { on = '2020-03-20', requiresResubmission = false, own = undefined as number | undefined } = {},
): string | null {
  const ownDays: Change = (rules) => {
    if (own !== undefined) rules.corrections = { daysBeforeDeadline: own };
  };
  const before = smallRound(ownDays);
  const after = smallRound((rules) => {
    ownDays(rules);
    change(rules);
  });
  const difference = differencesBetween(before, after);
  const at = toInstant(`${on}T09:00:00+08:00`);
  const standing = toInstant(STANDING);
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
