import { standsFor } from './check-scope';
import type { CheckScope } from './rule-set.types';

describe('standsFor', () => {
  it.each<[string, CheckScope | undefined, boolean]>([
    ['stands for all without a scope', undefined, true],
    ['stands for its category', { categories: ['elderly'] }, true],
    ['does not stand for another category', { categories: ['youth'] }, false],
    ['stands for its class', { classes: ['new', 'centre'] }, true],
    ['does not stand for another class', { classes: ['centre'] }, false],
    ['stands for its class in its category', { categories: ['elderly'], classes: ['new'] }, true],
    ['does not stand for its class elsewhere', { categories: ['youth'], classes: ['new'] }, false],
    ['does not stand for another class here', { categories: ['elderly'], classes: ['a'] }, false],
  ])('%s', (_, scope, stands) => {
    const check = scope === undefined ? {} : { for: scope };
    expect(standsFor(check, { category: 'elderly', applicantClass: 'new' })).toBe(stands);
  });

  it('does not stand for a bid that names nothing, where it has a scope', () => {
    const nothing = { category: null, applicantClass: null };
    expect(standsFor({ for: { categories: ['elderly'] } }, nothing)).toBe(false);
    expect(standsFor({ for: { classes: ['new'] } }, nothing)).toBe(false);
    expect(standsFor({}, nothing)).toBe(true);
  });
});
