import type { BilingualText, DecisionOption, RoundQuestion } from '../../src/rules';
import { roleWords } from '../../src/rules/role-words';
import {
  effectOf,
  saysAnswer,
  type AnswerEffect,
  type GivenAnswer,
} from '../simulation/given-answer';
import type { SimulatedRound } from '../simulation/simulated-round';
import { heading, named } from './lines';
import { stepNames } from './step-names';

const EFFECTS: Readonly<Record<AnswerEffect, BilingualText>> = {
  'goes-on': { zh: '继续', en: 'goes on' },
  excludes: { zh: '退出', en: 'out' },
  ends: { zh: '终止', en: 'ends' },
  noted: { zh: '仅记录', en: 'on the record' },
  figure: { zh: '由规则读取', en: 'read by a rule' },
};

/** What persons had to decide, question by question, with what chance answered in their place. */
export function answerLines({ answers }: SimulatedRound): string[] {
  const byQuestion = Map.groupBy(answers, ({ question }) => question.code);
  const inOrder = [...byQuestion.values()].sort((a, b) => placeOf(a) - placeOf(b));
  const asked = inOrder.flatMap((given) => questionLines(given));
  return [
    ...heading(
      '七、由人决定的事项（回答由种子抽取）',
      '7 What persons decide (answers by the seed)',
    ),
    ...(asked.length === 0 ? ['  无 nothing'] : asked),
  ];
}

const STEPS = Object.keys(stepNames);

/** The place of the step at which a question is asked. */
function placeOf(given: readonly GivenAnswer[]): number {
  return STEPS.indexOf(given[0]!.question.at);
}

function questionLines(given: readonly GivenAnswer[]): string[] {
  const [{ question }] = given as readonly [GivenAnswer];
  const { question: text, by, at, clause } = question;
  return [
    `  ${text.zh}`,
    `  ${text.en}`,
    `    ${named(roleWords[by])} · ${named(stepNames[at])} · ${given.length}次 times${clause === null ? '' : ` · ${clause.source}：${clause.text}`}`,
    ...countsOf(question, given).map((line) => `    → ${line}`),
  ];
}

/** How often each option was chosen; of figures the least and the most. */
function countsOf({ answer }: RoundQuestion, given: readonly GivenAnswer[]): string[] {
  if (answer.variant === 'choice') {
    return answer.options.map((option) => {
      const chosen = given.filter(({ value }) => codeOf(value) === option.code).length;
      return `${named(option.name)}：${chosen}（${named(EFFECTS[option.effect])}）`;
    });
  }
  const texts = given.map((one) => saysAnswer(one).zh);
  const sorted = [...texts].sort((a, b) => Number(a) - Number(b));
  const effect = named(EFFECTS[effectOf(given[0]!)]);
  return [`${sorted[0]!} … ${sorted.at(-1)!}（${effect}）`];
}

function codeOf(value: GivenAnswer['value']): DecisionOption['code'] | null {
  return value.variant === 'choice' ? value.option.code : null;
}
