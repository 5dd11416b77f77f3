import { parseAmount, type Fen } from '../kernel/money';
import { refuseGrant } from './engines.refusals';
import { askedOf } from './grant-bounds';
import type { AmountRuleOf, GrantFamily } from './grant-family';
import { askedCandidate, categoryCandidate, limitCandidate, lowestOf } from './grant-lowest';
import type { ProjectMoney } from './project-money';
import type { Prize } from './rule-set.types';

/** The kinds of amount rules under which a bid has a ceiling and no more, until something else is known. */
export const ceilings = {
  'prize-by-rank': (rule, project, category) => {
    const bestFen = bestPrize(rule, project);
    const words = { zh: '可获得的最高奖金', en: 'the best prize it could win' };
    const best = { name: 'bestPrize', amountFen: bestFen, words };
    return lowestOf([best, ...categoryCandidate(category)]);
  },

  'gift-match': (rule, project, category) => {
    const asked = askedOf(project);
    return lowestOf(
      [
        askedCandidate(asked),
        ...limitCandidate('capWithGifts', rule.capWithGifts),
        ...categoryCandidate(category),
      ],
      {
        ...asked,
        words: {
          zh: '配套额待定向捐助确定后计算，此前为上限。',
          en: 'The match follows from the gifts; until they are known this is its ceiling.',
        },
      },
    );
  },

  'later-priced': (rule, project, category) => {
    const asked = askedOf(project);
    return lowestOf(
      [
        askedCandidate(asked),
        ...limitCandidate('ceiling', rule.ceiling),
        ...categoryCandidate(category),
      ],
      {
        ...asked,
        words: {
          zh: '资助额待项目优化后确定，此前按上限预留。',
          en: 'The amount is settled when the project has been put right; until then its ceiling is reserved.',
        },
      },
    );
  },
} as const satisfies {
  readonly [V in 'prize-by-rank' | 'gift-match' | 'later-priced']: GrantFamily<V>;
};

/** The prizes that a bid of a category can win: those of the lot, and those of its category. */
export function prizesFor(
  { prizes }: AmountRuleOf<'prize-by-rank'>,
  { category }: Pick<ProjectMoney, 'category'>,
): Prize[] {
  return prizes.filter((prize) => prize.category === undefined || prize.category === category);
}

function bestPrize(rule: AmountRuleOf<'prize-by-rank'>, project: ProjectMoney): Fen {
  const amounts = prizesFor(rule, project).map(({ amount }) => parseAmount(amount));
  if (amounts.length === 0) {
    throw refuseGrant('GRANT.NO_PRIZE', { category: project.category ?? '' });
  }
  return amounts.reduce((best, amount) => (amount > best ? amount : best));
}
