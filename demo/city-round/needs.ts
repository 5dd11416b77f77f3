import type { Chance } from '../chance';
import { fill, numbersOf } from './fill';
import { gaps, notOurs, resources, sources } from './need-phrases';
import { streets, type Street } from './places';
import { themes, type Theme } from './themes';

/** What becomes of a need at its street: most are passed on. */
export type AtStreet = 'forward' | 'reject' | 'return' | 'merge';

/** The content of a need, as the public API takes it. */
export interface NeedContent {
  readonly title: string;
  readonly targetGroup: string;
  readonly headCount: number;
  readonly problem: string;
  readonly service: string;
  readonly aim: string;
  readonly serviceArea: string;
  readonly askedBy: number;
}

/** A need of the city's round; its text is invented. */
export interface NeedPlan {
  readonly key: string;
  /** In which of the four collections it is asked for, from 1. */
  readonly period: number;
  readonly streetCode: string;
  readonly communityCode: string;
  readonly content: NeedContent;
  readonly atStreet: AtStreet;
  /** The key of the need that this one repeats, where the street merges it. */
  readonly repeats: string | null;
  /** How well the experts think of it, of 100; each differs a little. */
  readonly merit: number;
}

/** How often the streets collect, and what each street gets each time. */
const PERIODS = 4;
const PER_STREET = 5;

/** The 120 needs of six streets in four collections, from a seed. */
export function planNeeds(chance: Chance): NeedPlan[] {
  const own = chance.of('needs');
  const offTopic = own.shuffled(notOurs);
  return streets.flatMap((street, s) => {
    const mixed = own.of(street.code).shuffled(Object.values(themes).flat());
    return Array.from({ length: PERIODS }, (_, p) => p + 1).flatMap((period) => {
      const place = { street, period, chance: own.of(street.code, String(period)) };
      const first = (period - 1) * PER_STREET;
      const needs = mixed
        .slice(first, first + PER_STREET)
        .map((theme, n) => needOf(place, theme, n));
      // Three collections of four have something that was asked for twice; two of four something that is not for them.
      if (period !== 2) needs[4] = repeatOf(place, needs[0]!, mixed[first]!);
      const odd = offTopic[s * 2 + (period === 1 ? 0 : 1)];
      if ((period === 1 || period === 3) && odd !== undefined) needs[3] = oddOf(place, odd);
      return needs;
    });
  });
}

interface Place {
  readonly street: Street;
  readonly period: number;
  readonly chance: Chance;
}

function needOf({ street, period, chance }: Place, theme: Theme, n: number): NeedPlan {
  const own = chance.of(theme.code);
  const community = street.communities[n % street.communities.length]!;
  const numbers = numbersOf(own);
  const said = (text: string) => fill(text, numbers);
  return {
    key: `${street.code}/${period}/${theme.code}`,
    period,
    streetCode: street.code,
    communityCode: community.code,
    content: {
      title: `${community.name}${theme.titles[0]}`,
      targetGroup: theme.group,
      headCount: numbers.n,
      problem: `据${own.oneOf(sources)}，${said(theme.problem)}。${said(own.oneOf(gaps))}${said(own.oneOf(resources))}`,
      service: `${theme.service}。`,
      aim: `${said(theme.aim)}。`,
      serviceArea: theme.serviceArea,
      askedBy: own.whole(8, 90),
    },
    atStreet: own.whole(1, 12) === 1 ? 'return' : 'forward',
    repeats: null,
    merit: own.whole(1, 4) === 1 ? own.whole(52, 66) : own.whole(70, 94),
  };
}

/** The same lack in other words, from another community of the street. */
function repeatOf({ street, period, chance }: Place, first: NeedPlan, theme: Theme): NeedPlan {
  const own = chance.of(theme.code, 'again');
  const community = street.communities[3]!;
  return {
    ...first,
    key: `${first.key}/again`,
    period,
    communityCode: community.code,
    content: {
      ...first.content,
      title: theme.titles[1],
      headCount: own.whole(6, 30),
      problem: `${community.name}居民反映：${theme.titles[1]}，附近好几家都是这样，${own.oneOf(['望社区想想办法', '打过两次电话都没有下文', '希望有人管一管', '去年也提过一次'])}。`,
      aim: '希望今年能有人来做。',
      askedBy: own.whole(3, 25),
    },
    atStreet: 'merge',
    repeats: first.key,
    merit: 0,
  };
}

function oddOf({ street, period, chance }: Place, odd: (typeof notOurs)[number]): NeedPlan {
  const own = chance.of(odd.title);
  const community = street.communities[2]!;
  return {
    key: `${street.code}/${period}/${odd.title}`,
    period,
    streetCode: street.code,
    communityCode: community.code,
    content: {
      title: odd.title,
      targetGroup: '小区居民',
      headCount: own.whole(80, 600),
      problem: odd.problem,
      service: odd.service,
      aim: '尽快解决。',
      serviceArea: '社区管理',
      askedBy: own.whole(20, 160),
    },
    atStreet: 'reject',
    repeats: null,
    merit: 0,
  };
}
