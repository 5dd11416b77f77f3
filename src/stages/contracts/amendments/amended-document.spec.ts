import { toDay } from '../../../kernel/day';
import type { Refusal } from '../../../kernel/refusal';
import { smallRound } from '../../../rules/small-round.fixture';
import { drawUpContract } from '../contract-document';
import {
  amendedDocument,
  requireIncreaseWithin,
  requireTermWithin,
  type AmendedTerms,
} from './amended-document';

const ruleSet = smallRound();
const standing = drawUpContract({
  contractId: 'contract',
  awardId: 'award',
  basis: 'competition',
  funder: { unitId: 'unit', name: '广州市民政局' },
  grantee: { partyId: 'party', name: '洛浦社工中心', creditCode: '52440113MJK0000000' },
  title: '长者助餐',
  drawnOn: toDay('2020-05-23'),
  round: { id: 'round', code: 'r7', revision: 1 },
  ruleSet,
  amountFen: 30_000_000n,
  plan: {
    budgetLines: [
      { code: 'staff', amount: '400000.00' },
      { code: 'activities', amount: '100000.00' },
    ],
    ownFunds: '200000.00',
    activities: [{ name: '送餐', times: 12, heads: 40 }],
    indicators: [{ name: '服务人次', target: 480, unit: '人次' }],
  },
  applicationDigest: null,
});
const head = { id: 'amendment', number: 2, reason: '服务对象增加', follows: 'digest' };
const amend = (terms: AmendedTerms) => amendedDocument(standing, terms, head, ruleSet);
const refusedWith = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('amendedDocument', () => {
  it('keeps what was not named, and says which version it follows and why', () => {
    const activities = [{ name: '送餐', times: 20, heads: 40 }];
    expect(amend({ activities })).toEqual({ ...standing, activities, amendment: head });
  });

  it('refuses terms that are those of the contract', () => {
    expect(refusedWith(() => amend({}))).toBe('CONTRACTS.NOTHING_CHANGED');
    const { activities, ownFunds } = standing;
    expect(refusedWith(() => amend({ activities, ownFunds, amountFen: 30_000_000n }))).toBe(
      'CONTRACTS.NOTHING_CHANGED',
    );
  });

  it('lets the project end later, and neither earlier nor on the same day', () => {
    expect(amend({ projectTo: toDay('2021-01-01') }).projectTo).toBe('2021-01-01');
    for (const day of ['2020-12-31', '2020-12-30']) {
      expect(refusedWith(() => amend({ projectTo: toDay(day) }))).toBe('CONTRACTS.END_NOT_LATER');
    }
  });

  it('refuses an amount that the lines less own funds do not come to', () => {
    expect(refusedWith(() => amend({ amountFen: 33_000_000n }))).toBe('AWARDS.BUDGET_MISMATCH');
    const budgetLines = [
      { code: 'staff', amount: '420000.00' },
      { code: 'activities', amount: '110000.00' },
    ];
    expect(amend({ amountFen: 33_000_000n, budgetLines })).toMatchObject({
      amount: '330000.00',
      budget: '530000.00',
      lines: budgetLines,
    });
  });

  it('refuses a cost line that the rules do not know', () => {
    const budgetLines = [{ code: 'yacht', amount: '500000.00' }];
    expect(refusedWith(() => amend({ budgetLines }))).toBe('AWARDS.LINE_UNKNOWN');
  });
});

describe('requireIncreaseWithin', () => {
  it('lets a contract grow by a tenth, and not by a fen more, where the rules say nothing', () => {
    expect(refusedWith(() => requireIncreaseWithin(ruleSet, 10_005n, 11_005n))).toBeNull();
    expect(refusedWith(() => requireIncreaseWithin(ruleSet, 10_005n, 11_006n))).toBe(
      'CONTRACTS.INCREASE_TOO_LARGE',
    );
  });

  it('goes by the share of the rules where they have one', () => {
    const rules = smallRound(({ contract }) => {
      contract.amendments = { maxIncreaseShare: '0.05' };
    });
    expect(refusedWith(() => requireIncreaseWithin(rules, 10_000n, 10_500n))).toBeNull();
    expect(refusedWith(() => requireIncreaseWithin(rules, 10_000n, 10_501n))).toBe(
      'CONTRACTS.INCREASE_TOO_LARGE',
    );
  });

  it('lets it shrink', () => {
    expect(refusedWith(() => requireIncreaseWithin(ruleSet, 10_000n, 1n))).toBeNull();
  });
});

describe('requireTermWithin', () => {
  const within = (termMonths: number | undefined, projectTo: string) =>
    refusedWith(() =>
      requireTermWithin(
        { contract: { ...ruleSet.contract, ...(termMonths !== undefined && { termMonths }) } },
        { projectFrom: toDay('2020-06-12'), projectTo: toDay(projectTo) },
      ),
    );

  it('takes the last day of the term, and refuses the day after it', () => {
    expect(within(12, '2021-06-11')).toBeNull();
    expect(within(12, '2021-06-12')).toBe('CONTRACTS.TERM_TOO_LONG');
  });

  it('takes any day where the rules name no term', () => {
    expect(within(undefined, '2030-01-01')).toBeNull();
  });
});
