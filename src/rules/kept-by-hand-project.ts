import { byHand, type KeptByHand } from './by-hand';
import { pointerTo } from './json-pointer';
import type { Consequence, EvaluationRules, RuleSet } from './rule-set.types';
import { simpleTriggers } from './tranche-triggers';

/** What people see to while projects run and are evaluated. */
export function keptByHandInProject(rules: RuleSet): KeptByHand[] {
  const { monitoring, sanctions = [], evaluations } = rules;
  const unpaid = evaluationsWithoutStandIn(rules);
  return [
    ...(monitoring?.duties ?? []).flatMap(({ name, keepYears }, index) =>
      keepYears === undefined
        ? []
        : [
            byHand(
              pointerTo('monitoring', 'duties', index, 'keepYears'),
              `“${name.zh}”保存${keepYears}年，期满前不销毁由人掌握。`,
              `"${name.en}": that nothing is destroyed within ${keepYears} years is seen to by people.`,
            ),
          ],
    ),
    ...sanctions.flatMap(({ name, consequences }, index) =>
      consequences.flatMap((consequence, place) =>
        // A party's record has grades and what bars from every round, and nothing that only stands there.
        isDrawn(consequence) && consequence.variant !== 'record'
          ? []
          : [
              byHand(
                pointerTo('sanctions', index, 'consequences', place),
                `“${name.zh}”由审批人在系统中作出，其这一后果由人办理。`,
                `"${name.en}" is imposed by an approver in the service; this, which follows from it, is drawn by people.`,
              ),
            ],
      ),
    ),
    ...evaluations.flatMap((evaluation, index) =>
      inEvaluation(evaluation, unpaid, pointerTo('evaluations', index)),
    ),
  ];
}

/**
 * The evaluations that tranches wait for and for which no other one stands in where they are not asked of a project: the next one that is
 * asked of all does, if the tranches ask whether it was passed.
 */
function evaluationsWithoutStandIn({ evaluations, tranches }: RuleSet): ReadonlySet<string> {
  const parts = tranches.flatMap(({ trigger }) => simpleTriggers(trigger));
  const named = evaluations.filter(({ code }) =>
    parts.some((part) => 'evaluation' in part && part.evaluation === code),
  );
  const isStoodInFor = (code: string): boolean => {
    const place = evaluations.findIndex((evaluation) => evaluation.code === code);
    const later = evaluations.slice(place + 1);
    const isGraded = parts.some(
      (part) => part.variant === 'evaluation-graded' && part.evaluation === code,
    );
    return !isGraded && later.some(({ approvedProjectsUntil: until }) => until === undefined);
  };
  return new Set(named.map(({ code }) => code).filter((code) => !isStoodInFor(code)));
}

function inEvaluation(
  rules: EvaluationRules,
  unpaid: ReadonlySet<string>,
  at: string,
): KeptByHand[] {
  const { code, name, by, usersTakePart, survey, approvedProjectsUntil, consequences = [] } = rules;
  return [
    ...(approvedProjectsUntil !== undefined && unpaid.has(code)
      ? [
          byHand(
            at + pointerTo('approvedProjectsUntil'),
            `不参加“${name.zh}”的项目，其以该评估为条件的拨款由人处理。`,
            `Of projects that are not evaluated in "${name.en}", the tranches that wait for it are settled by people.`,
          ),
        ]
      : []),
    ...(by === 'joint'
      ? [
          byHand(
            at + pointerTo('by'),
            `“${name.zh}”由系统中指定的一人填报，共同评估的各方由人召集。`,
            `"${name.en}" is entered by the one who is named in the service; those who evaluate together are brought together by people.`,
          ),
        ]
      : []),
    ...(usersTakePart === true && survey === undefined
      ? [
          byHand(
            at + pointerTo('usersTakePart'),
            `服务对象参与“${name.zh}”由人安排。`,
            `That those served take part in "${name.en}" is arranged by people.`,
          ),
        ]
      : []),
    ...consequences.flatMap((consequence, index) =>
      isDrawn(consequence)
        ? []
        : [
            byHand(
              at + pointerTo('consequences', index),
              `“${name.zh}”不合格的这一后果由人办理。`,
              `This, which follows from failing "${name.en}", is drawn by people.`,
            ),
          ],
    ),
  ];
}

/**
 * Whether the service draws a consequence. A party's record bars from every round or from none, and paid money is asked back by
 * officers who propose and an approver who decides.
 */
function isDrawn(consequence: Consequence): boolean {
  switch (consequence.variant) {
    case 'publish':
    case 'record':
      return true;
    case 'bar':
      return consequence.scope === 'all';
    case 'claw-back':
      return consequence.by === 'approver';
  }
}
