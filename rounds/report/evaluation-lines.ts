import type { BilingualText, Consequence, EvaluationRules } from '../../src/rules';
import type { GradedEvaluation } from '../simulation/evaluate-project';
import type { SimulatedRound } from '../simulation/simulated-round';
import { heading, named } from './lines';

const CONSEQUENCES: Readonly<Record<Consequence['variant'], BilingualText>> = {
  publish: { zh: '公开通报', en: 'published' },
  'claw-back': { zh: '追回资金', en: 'money asked back' },
  bar: { zh: '限制申报', en: 'barred for a time' },
  record: { zh: '记入信用记录', en: 'on the record' },
};

/** How the projects were graded, evaluation by evaluation. */
export function evaluationLines({ rules, projects }: SimulatedRound): string[] {
  const results = projects.flatMap(({ history }) => history.evaluations);
  const stopped = projects.filter(({ history }) => history.stoppedAt !== null).length;
  const failures = projects.flatMap(({ history }) => history.failures);
  return [
    ...heading('九、评估', '9 Evaluations'),
    ...rules.evaluations.flatMap((evaluation) =>
      oneLines(
        evaluation,
        results.filter((result) => result.rules === evaluation),
      ),
    ),
    `  暂停后恢复 payments held and made good: ${failures.filter(({ isMadeGood }) => isMadeGood).length} · 项目终止 projects ended: ${stopped}`,
  ];
}

function oneLines(rules: EvaluationRules, results: readonly GradedEvaluation[]): string[] {
  const grades = rules.grades.map(({ code, name, from }) => {
    const own = results.filter(({ graded }) => graded.grade === code).length;
    return `${named(name)}（${from}起 from）${own}`;
  });
  const missing = results.filter(({ scores }) => scores === null).length;
  const drawn = results.flatMap(({ graded }) => graded.consequences ?? []);
  const consequences = (Object.keys(CONSEQUENCES) as Consequence['variant'][])
    .map((variant) => [variant, drawn.filter((one) => one.variant === variant).length] as const)
    .filter(([, times]) => times > 0);
  return [
    `  ${named(rules.name)}：${results.length}个 · ${grades.join(' · ')}${missing === 0 ? '' : ` · 未提交 nothing handed in ${missing}`}`,
    ...consequences.map(([variant, times]) => `    ${named(CONSEQUENCES[variant])} ${times}`),
  ];
}
