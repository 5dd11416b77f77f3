import { Injectable } from '@nestjs/common';
import { addMonths } from '../../../kernel/add-months';
import { addDays, dayOf } from '../../../kernel/day';
import type { Context } from '../../../platform/database/context';
import { Credit } from '../../../registers/credit';
import { Notices } from '../../../registers/notices';
import { Parties } from '../../../registers/parties';
import type { Consequence } from '../../../rules';
import type { EvaluationEntity } from '../evaluation.entity';

/** What a sanction by an evaluation is called in the party's record. */
const BARRED = 'evaluation-failed';

/** Draws what the rules let follow from the worst grade, beside what the grade does to tranches and project. */
@Injectable()
export class DrawConsequences {
  constructor(
    private readonly credit: Credit,
    private readonly notices: Notices,
    private readonly parties: Parties,
  ) {}

  /**
   * Does nothing on any other grade.
   * @param evaluation graded now
   * @source cn-haishu-2020-r9: a failed mid-term is published; cn-zhongshan-2013-r1: barred for three years
   */
  async execute(ctx: Context, evaluation: EvaluationEntity): Promise<void> {
    const { grades, consequences = [] } = evaluation.rules;
    if (evaluation.grade !== grades.at(-1)?.code) return;
    for (const consequence of consequences) await this.draw(ctx, evaluation, consequence);
  }

  private async draw(
    ctx: Context,
    evaluation: EvaluationEntity,
    consequence: Consequence,
  ): Promise<void> {
    switch (consequence.variant) {
      case 'publish':
        await this.publish(ctx, evaluation);
        return;
      case 'bar':
        await this.bar(ctx, evaluation, consequence.months);
        return;
      case 'record':
      case 'claw-back':
        // What is noted of grades is noted where they are given; the stage of payments asks paid money back.
        return;
    }
  }

  private async publish(ctx: Context, evaluation: EvaluationEntity): Promise<void> {
    const { id, projectId, partyId, roundId, title, code, grade, score, rules } = evaluation;
    const { name: party } = await this.parties.get(ctx, partyId);
    const gradeName = rules.grades.find((candidate) => candidate.code === grade)!.name;
    await this.notices.publish(ctx, {
      kind: 'result',
      subject: { kind: 'evaluation', id },
      roundId,
      title: {
        zh: `${rules.name.zh}结果通报：${title}`,
        en: `${rules.name.en}: the result of a project`,
      },
      content: {
        ...{ projectId, party, title, evaluation: code, score, grade },
        gradeName: { zh: gradeName.zh, en: gradeName.en },
      },
    });
  }

  private async bar(
    ctx: Context,
    { partyId, projectId, title, gradedAt, rules }: EvaluationEntity,
    months: number,
  ): Promise<void> {
    const fromDay = dayOf(gradedAt!);
    await this.credit.note(ctx, {
      ...{ partyId, projectId, fromDay },
      ...{ kind: 'sanction', code: BARRED },
      reason: `项目“${title}”${rules.name.zh}不合格 ${rules.name.en} was failed`,
      untilDay: addDays(addMonths(fromDay, months), -1),
    });
  }
}
