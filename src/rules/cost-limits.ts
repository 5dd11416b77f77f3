import { printAmount, type Fen } from '../kernel/money';
import { refuseCosts } from './budget-limits.refusals';
import { nothingAsked, ruleCheck, type HeldBound, type RuleCheck } from './rule-check';
import type { CostLimit, RuleSet } from './rule-set.types';
import { leastFrom, mostWithin } from './share-of';

/** What of a bid its limits on cost lines are held against. */
export interface LimitedMoney {
  readonly budgetFen: Fen;
  /** The grant it asks for. */
  readonly grantFen: Fen;
  /** The lines of its budget, in fen, by their codes; one that is not there costs nothing. */
  readonly lines: ReadonlyMap<string, Fen>;
}

/**
 * Whether a budget keeps to the limits on its lines, to the fen: a limit is a share of the budget or of the grant.
 * @source cn-guangzhou-2020-r7: a share of the grant for staff; cn-shaoxing-2019: lines by kind
 */
export function costLimits(
  { costLimits: limits = [] }: Pick<RuleSet, 'costLimits'>,
  project: LimitedMoney,
): RuleCheck {
  if (limits.length === 0) return nothingAsked('/costLimits', NO_LIMITS);
  return ruleCheck(
    '/costLimits',
    limits.flatMap((limit) => [...held(limit, MOST, project), ...held(limit, LEAST, project)]),
  );
}

const NO_LIMITS = {
  zh: '本轮不限制预算科目的比例。',
  en: 'This round sets no limits on lines of the budget.',
};

/** What tells a limit that lines must not go above from one that they must reach. */
interface Bound {
  readonly name: 'maxShare' | 'minShare';
  readonly fen: (baseFen: Fen, share: string) => Fen;
  readonly isKept: (linesFen: Fen, boundFen: Fen) => boolean;
  /** When it is kept, and when it is not. */
  readonly signs: readonly [kept: string, broken: string];
  readonly zh: string;
  readonly en: string;
  readonly refuse: (facts: BrokenFacts, bound: string) => ReturnType<typeof refuseCosts>;
}

type BrokenFacts = Readonly<Record<'limit' | 'lines' | 'base' | 'share', string>>;

const MOST: Bound = {
  name: 'maxShare',
  fen: mostWithin,
  isKept: (linesFen, boundFen) => linesFen <= boundFen,
  signs: ['≤', '>'],
  zh: '最多可占',
  en: 'at most',
  refuse: (facts, most) => refuseCosts('COSTS.ABOVE_SHARE', { ...facts, most }),
};

const LEAST: Bound = {
  name: 'minShare',
  fen: leastFrom,
  isKept: (linesFen, boundFen) => linesFen >= boundFen,
  signs: ['≥', '<'],
  zh: '最少应占',
  en: 'at least',
  refuse: (facts, least) => refuseCosts('COSTS.BELOW_SHARE', { ...facts, least }),
};

function held(limit: CostLimit, bound: Bound, project: LimitedMoney): HeldBound[] {
  const share = limit[bound.name];
  if (share === undefined) return [];
  const { code, name, of } = limit;
  const linesFen = limit.lines.reduce((sum, line) => sum + (project.lines.get(line) ?? 0n), 0n);
  const baseFen = of === 'budget' ? project.budgetFen : project.grantFen;
  const boundFen = bound.fen(baseFen, share);
  const isKept = bound.isKept(linesFen, boundFen);
  const lines = printAmount(linesFen);
  const base = printAmount(baseFen);
  const amount = printAmount(boundFen);
  const baseZh = of === 'budget' ? '项目预算' : '资助额';
  return [
    {
      inputs: { [of]: base, [`${code}.lines`]: lines, [`${code}.${bound.name}`]: share },
      arithmetic: `${lines} ${bound.signs[isKept ? 0 : 1]} ${base} × ${share} ≈ ${amount}`,
      words: {
        zh: `“${name.zh}”合计${lines}元，${bound.zh}${baseZh}${base}元的${share}（即${amount}元），${isKept ? '符合' : '不符合'}`,
        en: `“${name.en}” comes to ${lines} yuan; it must be ${bound.en} ${share} of the ${of} of ${base} yuan, which is ${amount} yuan and is ${isKept ? 'kept' : 'not kept'}`,
      },
      refusal: isKept ? null : bound.refuse({ limit: code, lines, base, share }, amount),
    },
  ];
}
