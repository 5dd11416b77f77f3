import { floorRatio, multiply, printRatio, ratioOf, roundRatio, type Ratio } from '../kernel/ratio';
import type { WordedExplanation } from './explanation';
import { sayAmount } from './money-words';
import type { Scale } from './normalise';
import { partName } from './part-words';
import type {
  BilingualText,
  GiftsPart,
  PricePart,
  RuleSet,
  ScorePart,
  ScoringRules,
} from './rule-set.types';
import { figureKind, mostOf } from './score-parts';

/** What a bid earns for a part of its score, and from what. */
export interface Earned {
  readonly part: ScorePart;
  readonly figure: Ratio;
  /** Null where the figure is points already. */
  readonly scale: Scale | null;
  readonly points: Ratio;
}

/** All that the score of a bid is made of. */
export interface MadeScore {
  readonly scoring: ScoringRules;
  readonly earned: readonly Earned[];
  readonly currency: RuleSet['currency'] | undefined;
}

/** One part of a score. */
export type MadePart = Omit<MadeScore, 'earned'> & { readonly earned: Earned };

/** A score with its sum, before and after it is rounded. */
export type MadeWhole = MadeScore & { readonly exact: Ratio; readonly score: string };

/** How the figure of a part became points. */
export function explainPart(made: MadePart): WordedExplanation {
  const { part, figure, scale, points } = made.earned;
  const most = String(mostOf(part));
  const exact = printRatio(points);
  return {
    rule: `/scoring/parts/${part.code}`,
    inputs: { [figureKind(part)]: printRatio(figure), most },
    arithmetic: scale === null ? exact : `${scale.written(figure)} × ${most} = ${exact}`,
    words: partWords(made),
  };
}

/** How the parts became the score. */
export function explainScore({ exact, score, ...made }: MadeWhole): WordedExplanation {
  const parts = made.earned.map((earned) => partWords({ ...made, earned }));
  const inputs = made.earned.map(({ part, points }) => [part.code, printRatio(points)] as const);
  const added = inputs.map(([, points]) => points).join(' + ');
  return {
    rule: '/scoring/parts',
    inputs: Object.fromEntries(inputs),
    arithmetic: `${added} = ${printRatio(exact)} ≈ ${score}`,
    words: {
      zh: `总分${score}：${parts.map(({ zh }) => zh).join('；')}。`,
      en: `A score of ${score}: ${parts.map(({ en }) => en).join('; ')}.`,
    },
  };
}

function partWords({ earned, scoring, currency }: MadePart): BilingualText {
  const { part, figure, points } = earned;
  const said = (ratio: Ratio) => shortened(ratio, scoring);
  const most = mostOf(part);
  const name = partName(part);
  const words =
    part.variant === 'gifts' || part.variant === 'price'
      ? sayAmount(floorRatio(multiply(figure, ratioOf(100n))), { currency })
      : figureWords(part, said(figure));
  return {
    zh: `${name.zh}${words.zh}，计${said(points)}分（满分${most}分）`,
    en: `${name.en}, ${words.en}: ${said(points)} of ${most} points`,
  };
}

/** A number as it is said: exactly where it ends, else rounded as the score is. */
function shortened(ratio: Ratio, { aggregation: { decimals, rounding } }: ScoringRules): string {
  const exact = printRatio(ratio);
  return exact.includes('/') ? `≈ ${roundRatio(ratio, decimals, rounding)}` : exact;
}

function figureWords(
  { variant }: Exclude<ScorePart, GiftsPart | PricePart>,
  figure: string,
): BilingualText {
  switch (variant) {
    case 'sheets':
      return { zh: `${figure}分`, en: `a score of ${figure}` };
    case 'seats':
      return { zh: `平均${figure}分`, en: `a mean of ${figure}` };
    case 'votes':
      return { zh: `${figure}票`, en: `${figure} votes` };
    case 'hours':
      return { zh: `${figure}小时`, en: `${figure} hours` };
    case 'bonus':
    case 'given':
      return { zh: `${figure}分`, en: `${figure} points` };
  }
}
