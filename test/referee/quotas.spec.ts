import fc from 'fast-check';
import { printAmount } from '../../src/kernel/money';
import { allocateAwards, type FundPot, type RuleSet } from '../../src/rules';
import { runReferee } from '../support/referee';

const codes = ['elderly', 'disability', 'youth'];
const name = { zh: '名称', en: 'Name' };
const awards = (most: { length: number; fen: number }) => {
  const award = fc.record({
    category: fc.constantFrom(...codes),
    fen: fc.integer({ min: 1, max: most.fen }),
  });
  return fc.array(award, { maxLength: most.length });
};

/** A round by quotas with some awards that stand, some bids that wait, and perhaps a category in which one fell away. */
const round = fc.record({
  unfilled: fc.constantFrom('stays' as const, 'next-best' as const),
  quotas: fc.tuple(...codes.map(() => fc.option(fc.integer({ min: 1, max: 4 })))),
  budgets: fc.tuple(...codes.map(() => fc.option(fc.integer({ min: 200, max: 900 })))),
  availableFen: fc.integer({ min: 1, max: 2000 }),
  // What stands is within its category's budget.
  held: awards({ length: 3, fen: 60 }),
  waiting: awards({ length: 8, fen: 400 }),
  vacant: fc.option(fc.constantFrom(...codes)),
});
type Round = typeof round extends fc.Arbitrary<infer Value> ? Value : never;

function rulesOf({ unfilled, quotas, budgets }: Round): Pick<RuleSet, 'award' | 'categories'> {
  return {
    award: {
      variant: 'rank-within-quotas',
      whenItDoesNotFit: 'skip',
      unfilledQuota: { variant: unfilled },
      reserve: true,
    },
    categories: codes.map((code, index) => ({
      code,
      name,
      ...(quotas[index] != null && { quota: quotas[index] }),
      ...(budgets[index] != null && { budget: printAmount(BigInt(budgets[index])) }),
    })),
  };
}

/** The places by rank of those whom the service funds. */
function funded(given: Round): number[] {
  const { availableFen, held, waiting, vacant } = given;
  const pot: FundPot = {
    code: 'pot',
    name,
    source: 'fiscal',
    amount: printAmount(BigInt(availableFen)),
  };
  const { placements } = allocateAwards(
    rulesOf(given),
    [pot],
    waiting.map(({ category, fen: asked }, index) => ({
      bidId: String(index),
      rank: index + 1,
      category,
      amountFen: BigInt(asked),
    })),
    {
      held: held.map(({ category, fen: taken }) => ({ category, amountFen: BigInt(taken) })),
      category: vacant,
    },
  );
  return placements.flatMap(({ outcome, rank }) => (outcome === 'awarded' ? [rank - 1] : []));
}

const program = `
import json, sys
from places import Places
answers = []
for given in json.loads(sys.argv[1]):
    waiting = list(range(len(given["waiting"])))
    held = [-1 - n for n in range(len(given["held"]))]
    everybody = [*zip(waiting, given["waiting"]), *zip(held, given["held"])]
    places = Places(given["rules"], {i: a["category"] for i, a in everybody}, {i: a["fen"] for i, a in everybody})
    answers.append(sorted(places.called(waiting, held, given["availableFen"], given["vacant"])))
print(json.dumps(answers))
`;

describe('the referee and the service', () => {
  it('fund the same bids by quotas, first and from the reserve, in whatever round', () => {
    const rounds = fc.sample(round, 150);
    const asked = rounds.map((given) => ({ ...given, rules: rulesOf(given) }));
    const { stdout, stderr } = runReferee('-c', program, JSON.stringify(asked));
    expect(stderr).toBe('');
    const answers = JSON.parse(stdout) as number[][];
    expect(answers).toHaveLength(rounds.length);
    const told = rounds.map((given, n) => ({ given, funded: answers[n] }));
    expect(told).toEqual(rounds.map((given) => ({ given, funded: funded(given) })));
  });
});
