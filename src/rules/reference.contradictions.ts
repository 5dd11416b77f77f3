import { pointerTo } from './json-pointer';
import { codesIn, codesUnder, namedTwice, unknownOf, type NamedCode } from './named-codes';
import { reading, type PartCheck } from './part-check';
import { refuseRules } from './rules.refusals';
import type { AmountRule, QualificationCheck, RuleSet } from './rule-set.types';

const noCategory = (category: string, pointer: string) =>
  refuseRules('RULES.UNKNOWN_CATEGORY', { category }, pointer);
const noClass = (code: string, pointer: string) =>
  refuseRules('RULES.UNKNOWN_CLASS', { class: code }, pointer);
const noLine = (line: string, pointer: string) =>
  refuseRules('RULES.UNKNOWN_LINE', { line }, pointer);

/** Codes that one part of the rules says of another: what nothing has would never come to hold. */
export const referenceChecks: readonly PartCheck[] = [
  reading(['funding', 'categories'], ({ funding, categories }) =>
    unknownOf(
      funding.flatMap((pot, index) =>
        codesIn(pot.categories, pointerTo('funding', index, 'categories')),
      ),
      categories,
      noCategory,
    ),
  ),
  reading(['forwarding', 'categories'], ({ forwarding = [], categories }) =>
    unknownOf(
      forwarding.flatMap(({ onlyFor }, index) =>
        codesIn(onlyFor, pointerTo('forwarding', index, 'onlyFor')),
      ),
      categories,
      noCategory,
    ),
  ),
  reading(['qualification', 'categories'], ({ qualification, categories }) =>
    unknownOf(inScopes(qualification, 'categories'), categories, noCategory),
  ),
  reading(['qualification', 'applicants'], ({ qualification, applicants }) =>
    unknownOf(inScopes(qualification, 'classes'), applicants?.classes, noClass),
  ),
  reading(['amount', 'categories'], ({ amount, categories }) =>
    unknownOf(categoriesIn(amount), categories, noCategory),
  ),
  reading(['amount'], ({ amount }) =>
    amount.variant === 'prize-by-rank' ? [] : namedTwice(categoriesIn(amount)),
  ),
  reading(['amount', 'applicants'], ({ amount, applicants }) =>
    unknownOf(classesIn(amount), applicants?.classes, noClass),
  ),
  reading(['amount'], ({ amount }) => namedTwice(classesIn(amount))),
  reading(['match', 'categories'], ({ match, categories }) =>
    unknownOf(categoriesOfMatch(match), categories, noCategory),
  ),
  reading(['match'], ({ match }) => namedTwice(categoriesOfMatch(match))),
  reading(['costLimits', 'form'], ({ costLimits = [], form }) =>
    unknownOf(
      costLimits.flatMap(({ lines }, index) =>
        codesIn(lines, pointerTo('costLimits', index, 'lines')),
      ),
      form.budgetLines,
      noLine,
    ),
  ),
  reading(['tranches', 'form'], ({ tranches, form }) =>
    unknownOf(
      tranches.flatMap(({ of }, index) =>
        of?.variant === 'lines'
          ? codesIn(of.lines, pointerTo('tranches', index, 'of', 'lines'))
          : [],
      ),
      form.budgetLines,
      noLine,
    ),
  ),
];

function inScopes(
  checks: readonly QualificationCheck[],
  what: 'categories' | 'classes',
): NamedCode[] {
  return checks.flatMap((check, index) =>
    codesIn(check.for?.[what], pointerTo('qualification', index, 'for', what)),
  );
}

function categoriesIn(amount: AmountRule): NamedCode[] {
  switch (amount.variant) {
    case 'tier':
    case 'flat':
    case 'share-of-budget':
      return codesUnder('category', amount.byCategory, pointerTo('amount', 'byCategory'));
    case 'prize-by-rank':
      return codesUnder('category', amount.prizes, pointerTo('amount', 'prizes'));
    default:
      return [];
  }
}

function classesIn(amount: AmountRule): NamedCode[] {
  if (amount.variant !== 'flat') return [];
  return codesUnder('class', amount.byClass, pointerTo('amount', 'byClass'));
}

function categoriesOfMatch(match: RuleSet['match']): NamedCode[] {
  return codesUnder('category', match?.minAmounts, pointerTo('match', 'minAmounts'));
}
