import { Injectable } from '@nestjs/common';
import type { Duty } from '../../../access/duties';
import type { Context } from '../../../platform/database/context';
import { People } from '../../../registers/people';
import { ProjectCircle } from '../../monitoring';
import type { EvaluationEntity } from '../evaluation.entity';
import { refuseEvaluations } from '../evaluation.refusals';

/** Duties whose holders run, pay for or watch over a project, and so do not judge it. */
const IN_CHARGE = [
  'organizer',
  'approver',
  'streetOfficer',
  'maker',
  'checker',
  'supervisor',
] as const satisfies readonly Duty[];

/**
 * Who may evaluate a project: somebody commissioned for it, who is neither of its party nor in charge of it, nor has been either
 * in its round.
 * @source 政府采购法 art. 61: whoever handles the purchase may not also accept it; rules.md, Shenzhen 2021: evaluators recuse themselves
 */
@Injectable()
export class EvaluatorFitness {
  constructor(
    private readonly circle: ProjectCircle,
    private readonly people: People,
  ) {}

  /** @throws EVALUATIONS.NOT_AN_EVALUATOR, EVALUATIONS.EVALUATOR_OF_PARTY, EVALUATIONS.EVALUATOR_IN_CHARGE, PEOPLE.DUTIES_CONFLICT */
  async require(ctx: Context, evaluation: EvaluationEntity, personId: string): Promise<void> {
    if (!(await this.isCommissioned(ctx, evaluation, personId))) {
      throw refuseEvaluations('EVALUATIONS.NOT_AN_EVALUATOR');
    }
    const ofParty = await this.circle.holders(ctx, evaluation, 'applicant');
    if (ofParty.includes(personId)) throw refuseEvaluations('EVALUATIONS.EVALUATOR_OF_PARTY');
    for (const duty of IN_CHARGE) {
      const holders = await this.circle.holders(ctx, evaluation, duty);
      if (holders.includes(personId)) {
        throw refuseEvaluations('EVALUATIONS.EVALUATOR_IN_CHARGE', { duty });
      }
    }
    // Mandates end; what a person has been in the round stays.
    await this.people.noteDuty(ctx, personId, evaluation.roundId, 'expert');
  }

  private async isCommissioned(
    ctx: Context,
    evaluation: EvaluationEntity,
    personId: string,
  ): Promise<boolean> {
    const inReach = await this.circle.holders(ctx, evaluation, 'evaluator');
    if (inReach.includes(personId)) return true;
    const forProject = await this.people.holdersOf(ctx, 'evaluator', evaluation.projectId);
    return forProject.includes(personId);
  }
}
