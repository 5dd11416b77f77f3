import { dayOf, type Day } from '../../src/kernel/day';
import type { SimulatedRound } from '../simulation/simulated-round';
import { both, heading } from './lines';

/** When contracts are signed, and why by then at the latest. */
export function contractLines({ rules, projects }: SimulatedRound): string[] {
  const days = projects.map(({ contract }) => dayOf(contract.signedAt)).sort();
  const latest = projects.reduce<(typeof projects)[number] | null>(
    (last, project) =>
      last === null || project.contract.due.dueOn > last.contract.due.dueOn ? project : last,
    null,
  );
  return [
    ...heading('八、合同', '8 Contracts'),
    `  签订 signed: ${projects.length}${rangeOf(days)}`,
    ...(latest === null ? [] : both(latest.contract.due.explanation, 4)),
    `  公示结束后${rules.contract.signWithinDays}日内签订。 Signed within ${rules.contract.signWithinDays} days of the end of the notice.`,
  ];
}

function rangeOf(days: readonly Day[]): string {
  return days.length === 0 ? '' : `，${days[0]!} … ${days.at(-1)!}（虚构 invented）`;
}
