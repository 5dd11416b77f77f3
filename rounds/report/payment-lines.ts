import { printAmount } from '../../src/kernel/money';
import { saysTrigger, type BilingualText } from '../../src/rules';
import type { FollowedTranche, TrancheOutcome } from '../simulation/follow-tranches';
import type { PlayedProject } from '../simulation/play-project';
import type { SimulatedRound } from '../simulation/simulated-round';
import { totalOf } from '../simulation/yuan';
import { both, bidNo, firstOf, heading, named, table, type Column } from './lines';

const TRANCHES: readonly Column[] = [
  { title: '款项 tranche', width: 40 },
  { title: '份数 awards', width: 11, isFigure: true },
  { title: '应拨 planned', width: 16, isFigure: true },
  { title: '已拨 paid', width: 16, isFigure: true },
  { title: '释放 released', width: 16, isFigure: true },
];
const PROJECTS: readonly Column[] = [
  { title: '申报 bid', width: 8 },
  { title: '立项 award', width: 14, isFigure: true },
  { title: '已拨 paid', width: 14, isFigure: true },
  { title: '释放 released', width: 14, isFigure: true },
  { title: '追回 returned', width: 14, isFigure: true },
  { title: '各期 tranches', width: 20 },
];
/** How the outcome of a tranche is called. */
export const OUTCOMES: Readonly<Record<TrancheOutcome, BilingualText>> = {
  paid: { zh: '已拨', en: 'paid' },
  'pays-nothing': { zh: '不拨', en: 'pays nothing' },
  stopped: { zh: '终止', en: 'stopped' },
  'never-due': { zh: '条件未成就', en: 'never due' },
};
const MOST_PROJECTS = 30;

/** What is paid of each tranche and each award, and what is not. */
export function paymentLines({ rules, projects }: SimulatedRound): string[] {
  const all = projects.flatMap(({ tranches }) => tranches);
  const rows = rules.tranches.map((tranche) => {
    const own = all.filter((one) => one.rules === tranche);
    return [
      named(tranche.name),
      String(own.length),
      ...[
        totalOf(own.map(({ amount }) => amount.amountFen)),
        totalOf(own.map(({ paidFen }) => paidFen)),
        totalOf(own.map(({ releasedFen }) => releasedFen)),
      ].map(printAmount),
    ];
  });
  const triggers = rules.tranches.flatMap(({ code, share, trigger }) => {
    const { zh, en } = saysTrigger(trigger, rules);
    return both({ zh: `${code} ${share}：${zh}`, en: `${code} ${share}: ${en}` }, 4);
  });
  const [head, ...body] = table(PROJECTS, projects.map(projectCells));
  return [
    ...heading('十、拨付', '10 Payments'),
    ...table(TRANCHES, rows),
    ...triggers,
    ...(projects.length === 0 ? [] : [head!, ...firstOf(body, MOST_PROJECTS)]),
  ];
}

function projectCells(project: PlayedProject): string[] {
  const { award, paidFen, releasedFen, returnedFen, tranches } = project;
  return [
    bidNo(award.bid.no),
    ...[award.amountFen, paidFen, releasedFen, returnedFen].map(printAmount),
    tranches.map((tranche) => inShort(tranche)).join(' · '),
  ];
}

function inShort({ outcome, paidFen }: FollowedTranche): string {
  return outcome === 'paid' ? printAmount(paidFen) : named(OUTCOMES[outcome]);
}
