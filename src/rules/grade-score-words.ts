import { compareRatios, distance, parseRatio, printRatio, type Ratio } from '../kernel/ratio';
import { loweredBy, worstOf } from './grade-floors';
import { gradeMissing, gradeSanctioned, gradeScore, type GradedScore } from './grade-score';
import type {
  BilingualText,
  Consequence,
  EvaluationRules,
  Grade,
  GradeFloor,
} from './rule-set.types';
import type { GivenScores } from './scores';

/**
 * Says in words why an evaluation has its grade and no better one: the score, what the next better grade would have asked for, the
 * floors of single indicators, and what else follows.
 * @param scores null where nothing was handed in
 * @throws SCORES.MISSING, SCORES.UNKNOWN, SCORES.NOT_A_SCORE, SCORES.ABOVE_MOST
 */
export function explainGrade(
  evaluation: EvaluationRules,
  scores: GivenScores | null,
): BilingualText {
  const graded = scores === null ? gradeMissing(evaluation) : gradeScore(evaluation, scores);
  const sentences =
    scores === null
      ? [saysMissing(evaluation)]
      : saysScore(evaluation, parseRatio(graded.score!), scores);
  const said = [...sentences, ...saysConsequences(graded)];
  return { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') };
}

/** Says in words why an evaluation that a sanction failed has the worst grade, and what else follows. */
export function explainSanctioned(evaluation: EvaluationRules): BilingualText {
  const { zh, en } = worstOf(evaluation.grades).name;
  const head = {
    zh: `按规则作出违规处理，本次评估评为“${zh}”。`,
    en: `By a sanction of the rules this evaluation has the grade “${en}”.`,
  };
  const said = [head, ...saysConsequences(gradeSanctioned(evaluation))];
  return { zh: said.map((one) => one.zh).join(''), en: said.map((one) => one.en).join(' ') };
}

function saysMissing({ grades, dueOn }: EvaluationRules): BilingualText {
  const { zh, en } = worstOf(grades).name;
  return {
    zh: `至${dueOn}未提交材料，又无经同意的理由，按规则评为“${zh}”。`,
    en: `Nothing was handed in by ${dueOn} without an accepted reason, so by the rules the grade is “${en}”.`,
  };
}

function saysScore(
  evaluation: EvaluationRules,
  score: Ratio,
  scores: GivenScores,
): BilingualText[] {
  const { grades } = evaluation;
  const reached =
    grades.find(({ from }) => compareRatios(score, parseRatio(from)) >= 0) ?? worstOf(grades);
  const { grade, floors } = loweredBy(evaluation, reached, scores);
  const printed = printRatio(score);
  const head = {
    zh: `加权得分${printed}，${saysReached(reached).zh}`,
    en: `The weighted score of ${printed} ${saysReached(reached).en}`,
  };
  return [
    end(head, saysNext(grades, reached, score)),
    ...floors.map((floor) => saysFloor(evaluation, floor, scores)),
    ...(floors.length === 0 ? [] : [saysLowered(grade)]),
  ];
}

function saysReached({ name, from }: Grade): BilingualText {
  return { zh: `达到“${name.zh}”（${from}分起）`, en: `reaches “${name.en}” (from ${from})` };
}

/** How far the next better grade was away; nothing of the best one. */
function saysNext(grades: readonly Grade[], reached: Grade, score: Ratio): BilingualText | null {
  const next = grades[grades.indexOf(reached) - 1];
  if (next === undefined) return null;
  const missing = printRatio(distance(parseRatio(next.from), score));
  return {
    zh: `距“${next.name.zh}”（${next.from}分起）差${missing}分；得分不作取整`,
    en: `and lacks ${missing} of “${next.name.en}” (from ${next.from}); it is not rounded`,
  };
}

function end(head: BilingualText, more: BilingualText | null): BilingualText {
  return more === null
    ? { zh: `${head.zh}。`, en: `${head.en}.` }
    : { zh: `${head.zh}，${more.zh}。`, en: `${head.en} ${more.en}.` };
}

function saysFloor(
  { indicators, grades }: EvaluationRules,
  { indicator, below, atBest }: GradeFloor,
  scores: GivenScores,
): BilingualText {
  const what = indicators.find(({ code }) => code === indicator)!.name;
  const best = grades.find(({ code }) => code === atBest)!.name;
  return {
    zh: `“${what.zh}”得分${scores[indicator]}，低于${below}，等级最高为“${best.zh}”。`,
    en: `“${what.en}” has ${scores[indicator]}, below ${below}, which allows “${best.en}” at best.`,
  };
}

function saysLowered({ name }: Grade): BilingualText {
  return { zh: `因此评为“${name.zh}”。`, en: `So the grade is “${name.en}”.` };
}

function saysConsequences({ consequences = [] }: GradedScore): BilingualText[] {
  if (consequences.length === 0) return [];
  const said = consequences.map((consequence) => saysConsequence(consequence));
  return [
    {
      zh: `由此还将：${said.map(({ zh }) => zh).join('；')}。`,
      en: `Besides, ${said.map(({ en }) => en).join('; ')}.`,
    },
  ];
}

/** What a consequence does, as people say it. */
function saysConsequence(consequence: Consequence): BilingualText {
  switch (consequence.variant) {
    case 'publish':
      return { zh: '公开通报', en: 'it is published' };
    case 'claw-back':
      return {
        zh: '追回已付而未妥善使用的资金，数额另行决定',
        en: 'what was paid and not properly spent is asked back, how much a person decides',
      };
    case 'bar':
      return saysBar(consequence);
    case 'record':
      return { zh: '记入信用记录', en: 'it stands in the record of the organization' };
  }
}

function saysBar({ months, scope }: Extract<Consequence, { variant: 'bar' }>): BilingualText {
  const from = {
    all: { zh: '任何轮次', en: 'any round' },
    'same-kind': { zh: '本计划的轮次', en: 'rounds of this programme' },
    project: { zh: '以本项目再次申报', en: 'applying with this project again' },
  }[scope];
  return {
    zh: `${months}个月内不得参加${from.zh}`,
    en: `for ${months} months the organization is kept from ${from.en}`,
  };
}
