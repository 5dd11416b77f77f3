import type { Bidder } from './round-story';
import type { Actor, Answer, Stage } from './stage';

/** A question that names nobody, and its answer. */
export const QUESTION = '志愿者的保险费可以列入项目预算吗？';
export const ANSWER = '可以，列入“人员”一项。';

/** What specs of questions do again and again. */
export class QuestionsStory {
  constructor(private readonly stage: Stage) {}

  ask({ actor, partyId }: Bidder, roundId: string, question = QUESTION): Promise<Answer> {
    return actor.post(`/v1/rounds/${roundId}/questions`, { partyId, question });
  }

  answer(by: Actor, id: string, given: object = { answer: ANSWER }, ifMatch = 1): Promise<Answer> {
    return by.post(`/v1/questions/${id}/answer`, given, { ifMatch });
  }

  refuse(by: Actor, id: string, ifMatch = 1): Promise<Answer> {
    return by.post(`/v1/questions/${id}/refusal`, { reason: '与本次申报无关' }, { ifMatch });
  }

  /** What everybody reads. */
  answers(roundId: string): Promise<any[]> {
    return this.stage.nobody.ok.all(`/v1/public/gz/rounds/${roundId}/answers`);
  }

  mailsAbout(subjectId: string): Promise<any[]> {
    return this.stage.sql(
      `SELECT person_id, template FROM messages WHERE subject_id = $1 AND template LIKE 'questions.%' ORDER BY id`,
      [subjectId],
    );
  }

  clocksOf(id: string): Promise<any[]> {
    return this.stage.sql(
      `SELECT rule, state, due_at, article FROM clocks WHERE subject_id = $1 ORDER BY rule`,
      [id],
    );
  }

  async tasksOf(actor: Actor, subjectId: string): Promise<string[]> {
    const { items } = await actor.ok.get('/v1/tasks?limit=200');
    return items
      .filter(({ subject }: any) => subject.id === subjectId)
      .map(({ kind }: any) => kind);
  }
}
