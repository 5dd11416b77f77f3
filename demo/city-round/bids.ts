import type { Chance } from '../chance';
import { experiences, futures, risks, teams, ways } from './bidder-phrases';
import { fill, numbersOf } from './fill';
import { sources } from './need-phrases';
import { streets } from './places';
import type { Category, Theme } from './themes';

/** What is wrong with a bid, where something is. */
export type Flaw = 'section-missing' | 'above-share' | 'above-cap' | 'charges';

/** Yuan by budget line of the form. */
export type Budget = Readonly<
  Record<'staff' | 'activities' | 'materials' | 'volunteers' | 'management', number>
>;

/** A bid of the city's round; its texts are invented. */
export interface BidPlan {
  readonly category: Category;
  readonly title: string;
  readonly streetName: string;
  readonly sections: Readonly<Record<string, string>>;
  readonly budget: Budget;
  readonly ownFunds: number;
  readonly activities: readonly { name: string; times: number; heads: number }[];
  readonly indicators: readonly { name: string; target: number; unit: string }[];
  /** What the panel thinks of it by criterion, of 20; each expert differs a little. */
  readonly merit: Readonly<Record<(typeof CRITERIA)[number], number>>;
  readonly flaw: Flaw | null;
  /** Whether an earlier text was handed in first and then replaced. */
  readonly isReplaced: boolean;
}

/** What the panels score. */
export const CRITERIA = ['need', 'plan', 'team', 'budget', 'effect'] as const;

/** A bid for one project of a theme. */
export function planBid(
  chance: Chance,
  theme: Theme,
  project: string,
  staff: readonly [string, string],
  { flaw, isReplaced }: Pick<BidPlan, 'flaw' | 'isReplaced'>,
): BidPlan {
  const street = chance.oneOf(streets);
  const community = chance.oneOf(street.communities);
  const money = moneyOf(chance.of('money'), flaw);
  const base = chance.whole(10, 17) + (chance.whole(1, 5) === 1 ? 1 : 0);
  const merit = () => Math.min(19, Math.max(8, base + chance.whole(-1, 1)));
  const numbers = numbersOf(chance.of('numbers'));
  return {
    category: theme.category,
    title: `“${project}”${street.name.replace('街道', '街')}${theme.titles[0]}`,
    sections: sectionsOf({
      ...{ chance: chance.of('text'), theme, project, staff, flaw, numbers },
      place: `${street.name}${community.name}`,
      money: { total: totalOf(money.budget), ownFunds: money.ownFunds },
    }),
    streetName: street.name,
    ...money,
    activities: [
      { name: '启动与建档', times: 1, heads: chance.whole(30, 60) },
      { name: theme.activity, times: chance.whole(16, 48), heads: chance.whole(12, 60) },
      { name: '总结分享', times: chance.whole(1, 3), heads: chance.whole(40, 90) },
    ],
    indicators: [
      { name: theme.activity, target: numbers.k, unit: theme.unit },
      { name: '服务对象满意度', target: chance.whole(88, 96), unit: '%' },
    ],
    merit: { need: merit(), plan: merit(), team: merit(), budget: merit(), effect: merit() },
    flaw,
    isReplaced,
  };
}

/** The sum of a budget, in yuan. */
export function totalOf(budget: Budget): number {
  return Object.values(budget).reduce((sum, yuan) => sum + yuan, 0);
}

interface TextParts {
  readonly chance: Chance;
  readonly theme: Theme;
  readonly project: string;
  readonly place: string;
  readonly staff: readonly [string, string];
  readonly flaw: Flaw | null;
  readonly numbers: ReturnType<typeof numbersOf>;
  readonly money: { readonly total: number; readonly ownFunds: number };
}

function sectionsOf(parts: TextParts): Record<string, string> {
  const { chance, theme, project, place, staff, flaw, numbers, money } = parts;
  const detail = (text: string) =>
    fill(text, numbers)
      .replaceAll('{g}', String(chance.whole(3, 9)))
      .replaceAll('{c}', String(chance.whole(8, 40)))
      .replaceAll('{h}', String(chance.whole(8, 95) * 100))
      .replaceAll('{p}', place)
      .replaceAll('{a}', staff[0])
      .replaceAll('{b}', staff[1]);
  const some = (texts: readonly string[], count: number) =>
    chance.shuffled(texts).slice(0, count).map(detail).join('');
  const fee = flaw === 'charges' ? `每次活动向参加者收取材料费${chance.whole(20, 60)}元。` : '';
  return {
    summary: `“${project}”在${place}面向${theme.group}，内容为${theme.service}。${detail(chance.oneOf(ways))}`,
    need: `据${chance.oneOf(sources)}，${detail(theme.problem)}。本项目回应项目指引清单中“${theme.titles[0]}”一项，目标：${detail(theme.aim)}。`,
    plan: `${theme.plan}。${some(ways, 4)}${some(risks, 2)}预算共${money.total}元，自筹${money.ownFunds}元。${fee}${some(futures, 2)}`,
    ...(flaw !== 'section-missing' && { team: detail(chance.oneOf(teams)) }),
    experience: some(experiences, 2),
  };
}

/** Cost lines in whole hundreds, and what the organization brings itself: two fifths at least, where nothing is wrong. */
function moneyOf(chance: Chance, flaw: Flaw | null): { budget: Budget; ownFunds: number } {
  const total = flaw === 'above-cap' ? chance.whole(11000, 12500) : chance.whole(2300, 3700);
  const part = (least: number, most: number) =>
    Math.round((total * chance.whole(least, most)) / 100);
  const lines = {
    staff: part(38, 50),
    activities: part(14, 22),
    materials: part(10, 16),
    volunteers: part(4, 8),
  };
  const spent = lines.staff + lines.activities + lines.materials + lines.volunteers;
  const share = flaw === 'above-share' ? chance.whole(25, 35) : chance.whole(41, 50);
  const own = Math.ceil((total * share) / 100);
  return {
    budget: {
      staff: lines.staff * 100,
      activities: lines.activities * 100,
      materials: lines.materials * 100,
      volunteers: lines.volunteers * 100,
      management: (total - spent) * 100,
    },
    ownFunds: own * 100,
  };
}
