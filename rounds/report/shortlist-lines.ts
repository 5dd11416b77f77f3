import type { BilingualText } from '../../src/rules';
import type { PlayedLot } from '../simulation/play-lot';
import type { Shortlist } from '../simulation/shortlist-bids';
import type { SimulatedRound } from '../simulation/simulated-round';
import { heading, named } from './lines';

const BY: Readonly<Record<Shortlist['by'], BilingualText>> = {
  panel: { zh: '由评审小组评分', en: 'by the score of a panel' },
  votes: { zh: '按公众投票', en: 'by public votes' },
  role: { zh: '由人逐项决定', en: 'by a person, bid by bid' },
};

/** Whom a first selection kept. */
export function shortlistLines({ rules, lots }: SimulatedRound): string[] {
  const selected = lots.filter(({ shortlist }) => shortlist !== null);
  return [
    ...heading('四、入围', '4 First selection'),
    ...(rules.shortlist === undefined ? ['  规则没有这一环节 the rules have none'] : []),
    ...selected.flatMap((lot) => lotLines(rules, lot)),
  ];
}

function lotLines({ lots }: SimulatedRound['rules'], { days, shortlist }: PlayedLot): string[] {
  const { by, selected, kept } = shortlist!;
  const name = lots.find(({ code }) => code === days.lot)!.name;
  const last = selected.findLast(({ isKept }) => isKept);
  const line = last === undefined ? '' : `，最低 lowest ${last.figure}`;
  return [`  ${named(name)}：${named(BY[by])}，入围 kept ${kept.size}${line}`];
}
