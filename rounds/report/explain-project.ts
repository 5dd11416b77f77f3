import { dayOf } from '../../src/kernel/day';
import { printAmount } from '../../src/kernel/money';
import { roleWords } from '../../src/rules/role-words';
import { saysGrade } from '../simulation/evaluate-project';
import type { FollowedTranche } from '../simulation/follow-tranches';
import type { InventedBid } from '../simulation/invented-bid';
import type { PlayedProject } from '../simulation/play-project';
import type { Recovery } from '../simulation/recover';
import type { SimulatedRound } from '../simulation/simulated-round';
import { explained } from './explained';
import { both, named } from './lines';
import { OUTCOMES } from './payment-lines';

/** Why a project was graded, paid and asked to give back as it was; nothing of a bid that became none. */
export function explainProject({ projects }: SimulatedRound, { bidId }: InventedBid): string[] {
  const project = projects.find(({ award }) => award.bid.bidId === bidId);
  if (project === undefined) return [];
  const { contract } = project;
  return [
    `  合同 contract：${dayOf(contract.signedAt)}（虚构 invented）`,
    ...both(contract.due.explanation, 4),
    ...aboutGrades(project),
    ...project.tranches.flatMap(aboutTranche),
    ...project.recoveries.flatMap(aboutRecovery),
  ];
}

function aboutGrades({ history }: PlayedProject): string[] {
  return history.evaluations.flatMap((evaluation) =>
    explained(named(evaluation.rules.name), saysGrade(evaluation), evaluation.graded.explanation),
  );
}

function aboutTranche(tranche: FollowedTranche): string[] {
  const { rules, amount, due, payBy, paidAt, paidFen, outcome } = tranche;
  const planned = printAmount(amount.amountFen);
  const paid = paidAt === null ? '' : ` ${printAmount(paidFen)}，${dayOf(paidAt)}（虚构 invented）`;
  return [
    ...explained(
      `${named(rules.name)} ${planned} → ${named(OUTCOMES[outcome])}${paid}`,
      due.trigger.words,
      amount.explanation,
    ),
    ...(due.isDue
      ? [`    ${due.payable.explanation.rule}  ${due.payable.explanation.arithmetic}`]
      : []),
    ...(payBy === null ? [] : both(payBy.explanation, 4)),
  ];
}

function aboutRecovery({ why, by, amountFen, explanation }: Recovery): string[] {
  const amount = printAmount(amountFen);
  if (explanation !== null)
    return explained(`追回 returned ${amount}`, explanation.words, explanation);
  const who = by === null ? '' : ` · ${named(roleWords[by])}（虚构 invented）`;
  return [`  追回 returned ${amount}${why === 'claw-back' ? who : ''}`];
}
