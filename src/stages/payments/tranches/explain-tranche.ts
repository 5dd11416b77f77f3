import { printAmount, type Fen } from '../../../kernel/money';
import type { RuleSet, TrancheTrigger } from '../../../rules';
import { rulesOf } from './tranche-sums';
import type { TrancheExplanation } from './tranche.entity';

/** What of a tranche is explained. */
export interface ExplainedTranche {
  readonly code: string;
  readonly state: string;
  readonly plannedFen: Fen;
  readonly payableFen: Fen | null;
  readonly explanation: TrancheExplanation;
}

/** The same in both languages, a sentence per item. */
export interface TrancheInWords {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** Puts into words why a tranche is what it is: share, trigger, factor, and what became of it, with the sums. */
export function explainTranche(tranche: ExplainedTranche, ruleSet: RuleSet): TrancheInWords {
  const { name, share, trigger } = rulesOf(ruleSet, tranche.code);
  const { planned } = tranche.explanation;
  const waits = triggerInWords(trigger, ruleSet);
  const become = outcomeInWords(tranche, ruleSet);
  return {
    zh: [
      `${name.zh}为合同金额的${share}：${planned.arithmetic}（规则${tranche.explanation.ruleSet}，${planned.rule}）。`,
      `触发条件：${waits.zh}。`,
      ...become.zh,
    ],
    en: [
      `${name.en}: ${share} of the contract's amount: ${planned.arithmetic} (rules ${tranche.explanation.ruleSet}, ${planned.rule}).`,
      `Trigger: ${waits.en}.`,
      ...become.en,
    ],
  };
}

function triggerInWords(trigger: TrancheTrigger, { evaluations }: RuleSet) {
  if (trigger.variant === 'contract-signed') {
    return { zh: '合同生效', en: 'the contract is in force' };
  }
  const evaluation = evaluations.find(({ code }) => code === trigger.evaluation);
  const zh = evaluation?.name.zh ?? trigger.evaluation;
  const en = evaluation?.name.en ?? trigger.evaluation;
  return trigger.variant === 'evaluation-passed'
    ? { zh: `${zh}合格`, en: `${en}: passed` }
    : { zh: `${zh}定级，按等级系数拨付`, en: `${en}: graded, paid by the factor of the grade` };
}

function outcomeInWords(tranche: ExplainedTranche, ruleSet: RuleSet): TrancheInWords {
  const { payable } = tranche.explanation;
  if (payable === null) {
    return tranche.state === 'void'
      ? {
          zh: ['项目已终止，本期不再支付。'],
          en: ['The project was stopped: it is not paid any more.'],
        }
      : { zh: ['触发条件尚未满足。'], en: ['The trigger is not there yet.'] };
  }
  const grade = gradeInWords(payable.inputs['grade'], tranche.code, ruleSet);
  const factor = payable.inputs['factor'] ?? '';
  const amount = printAmount(tranche.payableFen ?? 0n);
  const sum = payable.arithmetic;
  const stopped = tranche.state === 'void' && (tranche.payableFen ?? 0n) > 0n;
  return {
    zh: [
      `${grade.zh}拨付系数${factor}：${sum}（${payable.rule}）；应付${amount}元。`,
      ...(stopped ? ['项目已终止，未付部分停止支付。'] : []),
    ],
    en: [
      `${grade.en}Factor ${factor}: ${sum} (${payable.rule}); payable: ${amount} yuan.`,
      ...(stopped ? ['The project was stopped: what was unpaid is not paid any more.'] : []),
    ],
  };
}

function gradeInWords(code: string | undefined, tranche: string, ruleSet: RuleSet) {
  if (code === undefined) return { zh: '', en: '' };
  const { trigger } = rulesOf(ruleSet, tranche);
  const evaluation = trigger.variant === 'contract-signed' ? undefined : trigger.evaluation;
  const name = ruleSet.evaluations
    .find((candidate) => candidate.code === evaluation)
    ?.grades.find((grade) => grade.code === code)?.name;
  return { zh: `等级“${name?.zh ?? code}”，`, en: `Grade “${name?.en ?? code}”. ` };
}
