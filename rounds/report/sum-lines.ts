import { printAmount } from '../../src/kernel/money';
import type { SimulatedRound } from '../simulation/simulated-round';
import { sumsComeOut } from '../simulation/round-sums';
import { heading, named, table, type Column } from './lines';

const DECISIONS: readonly Column[] = [
  { title: '事项 what is decided', width: 70 },
  { title: '自动 automatic', width: 16, isFigure: true },
  { title: '由人 by person', width: 16, isFigure: true },
];

/** The money to the fen, and who decided how much. */
export function sumLines({ rules, sums, tally }: SimulatedRound): string[] {
  const print = printAmount;
  const { budgetFen, beyondPotsFen, awardedFen, leftFen, paidFen, releasedFen, returnedFen } = sums;
  const beyond =
    beyondPotsFen === 0n ? '' : ` + ${print(beyondPotsFen)}（超出资金 beyond the pots）`;
  const automatic = tally.reduce((sum, one) => sum + one.automatic, 0);
  const byPerson = tally.reduce((sum, one) => sum + one.byPerson, 0);
  return [
    ...heading(`十一、合计（${rules.currency}）`, `11 Sums (${rules.currency})`),
    `  预算 budget ${print(budgetFen)}${beyond} = 立项 awarded ${print(awardedFen)} + 结余 left ${print(leftFen)}`,
    `  立项 awarded ${print(awardedFen)} = 已拨 paid ${print(paidFen)} + 释放 released ${print(releasedFen)}`,
    `  已拨 paid ${print(paidFen)} = 留用 kept ${print(paidFen - returnedFen)} + 追回 returned ${print(returnedFen)}`,
    sumsComeOut(sums) ? '  ✓ 分毫不差 to the fen' : '  ✗ 不相符 THE SUMS DO NOT COME OUT',
    ...heading('十二、谁作了决定', '12 Who decided'),
    ...table(
      DECISIONS,
      tally.map((one) => [named(one.name), String(one.automatic), String(one.byPerson)]),
    ),
    ...table(DECISIONS, [['合计 total', String(automatic), String(byPerson)]]).slice(1),
  ];
}
