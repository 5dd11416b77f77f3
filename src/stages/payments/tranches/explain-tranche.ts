import { printAmount, type Fen } from '../../../kernel/money';
import {
  baseOf,
  saysTrigger,
  type BilingualText,
  type RuleSet,
  type TrancheRules,
} from '../../../rules';
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

/** What is known of it now beyond that. */
export interface TrancheNow {
  /** What a planned one waits for, as the record has it. */
  readonly waits?: BilingualText;
  /** Until when it is to be paid, and why then. */
  readonly payBy?: BilingualText;
  /** What a loan still is. */
  readonly owed?: BilingualText;
}

/** The same in both languages, a sentence per item. */
export interface TrancheInWords {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** Puts into words why a tranche is what it is: share, trigger, factor, what became of it, and when it is paid, with the sums. */
export function explainTranche(
  tranche: ExplainedTranche,
  ruleSet: RuleSet,
  now: TrancheNow = {},
): TrancheInWords {
  const rules = rulesOf(ruleSet, tranche.code);
  const { planned } = tranche.explanation;
  const { zh, en } = rules.name;
  const of = shareInWords(rules, ruleSet);
  const waits = saysTrigger(rules.trigger, ruleSet);
  const more = [
    outcomeInWords(tranche, ruleSet),
    ...meaningInWords(rules),
    ...nowInWords(tranche, now),
    ...stoppedInWords(tranche),
  ];
  return {
    zh: [
      `${zh}为${of.zh}：${planned.arithmetic}（规则${tranche.explanation.ruleSet}，${planned.rule}）。`,
      `触发条件：${waits.zh}。`,
      ...more.map((said) => said.zh),
    ],
    en: [
      `${en}: ${of.en}: ${planned.arithmetic} (rules ${tranche.explanation.ruleSet}, ${planned.rule}).`,
      `Trigger: ${waits.en}.`,
      ...more.map((said) => said.en),
    ],
  };
}

function shareInWords(rules: TrancheRules, { form }: RuleSet): BilingualText {
  const { share } = rules;
  const base = baseOf(rules);
  switch (base.variant) {
    case 'award':
      return { zh: `合同金额的${share}`, en: `${share} of the contract's amount` };
    case 'year':
      return {
        zh: `项目第${base.year}年预算的${share}`,
        en: `${share} of the budget of the project's year ${base.year}`,
      };
    case 'lines': {
      const names = base.lines.map(
        (line) =>
          form.budgetLines.find(({ code }) => code === line)?.name ?? { zh: line, en: line },
      );
      return {
        zh: `预算科目“${names.map(({ zh }) => zh).join('、')}”的${share}`,
        en: `${share} of the budget lines “${names.map(({ en }) => en).join(', ')}”`,
      };
    }
  }
}

const MEANINGS: Readonly<Partial<Record<TrancheRules['meaning'], BilingualText>>> = {
  reimbursement: {
    zh: '本期为报销款：机构先行垫付，按经审核的支出支付。',
    en: 'It is a reimbursement: the organization pays first, and what its accepted accounts show is paid.',
  },
  loan: {
    zh: '本期为借款：末期款拨付后转为资助；项目失败的须归还。',
    en: 'It is a loan: it becomes a grant once the last tranche is paid, and is asked back if the project fails.',
  },
  bonus: {
    zh: '本期为奖励款：合同按最优等级计算，实付按等级确定，差额释放。',
    en: 'It is a bonus: the contract is sized at the best grade, the grade says what is paid, and the gap is released.',
  },
};

function meaningInWords({ meaning }: TrancheRules): BilingualText[] {
  const said = MEANINGS[meaning];
  return said === undefined ? [] : [said];
}

/** What was found of the trigger when it became due, or is found now, and what follows for the time of paying. */
function nowInWords(
  { explanation }: ExplainedTranche,
  { waits, payBy, owed }: TrancheNow,
): BilingualText[] {
  const found = explanation.trigger?.words ?? waits;
  return [
    ...(found === undefined
      ? []
      : [
          {
            zh: `触发情况：${found.zh}。`,
            en: `What the record says of the trigger: ${found.en}.`,
          },
        ]),
    ...(payBy === undefined
      ? []
      : [{ zh: `拨付期限：${payBy.zh}`, en: `Time for paying: ${payBy.en}` }]),
    ...(owed === undefined ? [] : [owed]),
  ];
}

function outcomeInWords(tranche: ExplainedTranche, ruleSet: RuleSet): BilingualText {
  const { payable } = tranche.explanation;
  if (payable === null) {
    return tranche.state === 'void'
      ? {
          zh: '项目已终止，本期不再支付。',
          en: 'The project was stopped: it is not paid any more.',
        }
      : { zh: '触发条件尚未满足。', en: 'The trigger is not there yet.' };
  }
  const grade = gradeInWords(payable.inputs['grade'], tranche.code, ruleSet);
  const factor = payable.inputs['factor'] ?? '';
  const amount = printAmount(tranche.payableFen ?? 0n);
  const sum = payable.arithmetic;
  return {
    zh: `${grade.zh}拨付系数${factor}：${sum}（${payable.rule}）；应付${amount}元。`,
    en: `${grade.en}Factor ${factor}: ${sum} (${payable.rule}); payable: ${amount} yuan.`,
  };
}

/** Of one that was due when the project was stopped. */
function stoppedInWords({ state, payableFen, explanation }: ExplainedTranche): BilingualText[] {
  if (state !== 'void' || explanation.payable === null || (payableFen ?? 0n) === 0n) return [];
  return [
    {
      zh: '项目已终止，未付部分停止支付。',
      en: 'The project was stopped: what was unpaid is not paid any more.',
    },
  ];
}

function gradeInWords(code: string | undefined, tranche: string, ruleSet: RuleSet): BilingualText {
  if (code === undefined) return { zh: '', en: '' };
  const { trigger } = rulesOf(ruleSet, tranche);
  const evaluation = 'evaluation' in trigger ? trigger.evaluation : undefined;
  const name = ruleSet.evaluations
    .find((candidate) => candidate.code === evaluation)
    ?.grades.find((grade) => grade.code === code)?.name;
  return { zh: `等级“${name?.zh ?? code}”，`, en: `Grade “${name?.en ?? code}”. ` };
}
