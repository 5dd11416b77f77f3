import { printAmount } from '../../../kernel/money';
import { payableTranche, type EvaluationOutcome } from '../../../rules';
import { smallRound } from '../../../rules/small-round.fixture';
import { explainTranche, type ExplainedTranche } from './explain-tranche';
import { planTranches, rulesOf } from './tranche-sums';

const ruleSet = smallRound();
const draws = [{ fundId: 'lottery', amountFen: 10_000_000n }];

function tranche(code: string, outcome?: EvaluationOutcome | null): ExplainedTranche {
  const plan = planTranches(ruleSet.tranches, 10_000_000n, draws).find(
    (candidate) => candidate.code === code,
  )!;
  const due =
    outcome === null ? null : payableTranche(rulesOf(ruleSet, code), plan.amountFen, outcome);
  return {
    code,
    state: due === null ? 'planned' : due.payableFen > 0n ? 'due' : 'void',
    plannedFen: plan.amountFen,
    payableFen: due?.payableFen ?? null,
    explanation: {
      ruleSet: ruleSet.code,
      planned: plan.explanation,
      payable: due?.explanation ?? null,
    },
  };
}

describe('explainTranche', () => {
  it('gives share, trigger and sum of a tranche due by the contract, in both languages', () => {
    const { zh, en } = explainTranche(tranche('first'), ruleSet);
    expect(zh).toEqual([
      '首期资助款为合同金额的0.5：100000.00 × 0.5 ≈ 50000.00（规则small-round，/tranches/first/share）。',
      '触发条件：合同生效。',
      '拨付系数1：50000.00 × 1 ≈ 50000.00; 50000.00 - 50000.00 = 0.00（/tranches/first/trigger）；应付50000.00元。',
    ]);
    expect(en[1]).toBe('Trigger: the contract is in force.');
    expect(en.join()).not.toMatch(/\p{Script=Han}/u);
  });

  it('gives the grade by its name with its factor', () => {
    const explained = explainTranche(tranche('last', { grade: 'pass', passed: true }), ruleSet);
    expect(explained.zh[2]).toContain('等级“合格”，拨付系数0.5');
    expect(explained.en[2]).toContain('Grade “Pass”. Factor 0.5');
    expect(explained.en[2]).toContain(`payable: ${printAmount(500_000n)} yuan`);
  });

  it('says that a planned tranche still waits', () => {
    const { zh, en } = explainTranche(tranche('second', null), ruleSet);
    expect([zh[2], en[2]]).toEqual(['触发条件尚未满足。', 'The trigger is not there yet.']);
  });

  it('says that nothing is paid on a failed evaluation', () => {
    const failed = explainTranche(tranche('second', { grade: 'fail', passed: false }), ruleSet);
    expect(failed.en[2]).toContain('Factor 0');
    expect(failed.en[2]).toContain('payable: 0.00 yuan');
  });

  it('says of a tranche that was due that the project was stopped', () => {
    const stopped = explainTranche({ ...tranche('first'), state: 'void' }, ruleSet);
    expect(stopped.en).toHaveLength(4);
    expect(stopped.zh[3]).toContain('项目已终止');
  });

  it('says of a tranche that was only planned that the project was stopped', () => {
    const stopped = { ...tranche('last', null), state: 'void', payableFen: 0n };
    expect(explainTranche(stopped, ruleSet).en[2]).toContain('stopped');
  });
});
