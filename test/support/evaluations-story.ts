import type { SeededContract, SeededRound } from './seed-contract';
import type { Actor, Answer, Stage } from './stage';

interface Item {
  readonly id: string;
  readonly kind: string;
}

/** What specs of evaluations do and look at again and again. */
export function evaluationsStory(stage: Stage, { organizer }: SeededRound) {
  const find = async ({ awardId, applicant }: SeededContract, kind: string): Promise<any> => {
    const { items } = await applicant.ok.get(`/v1/evaluations?projectId=${awardId}`);
    const found = (items as Item[]).find((item) => item.kind === kind);
    return applicant.ok.get(`/v1/evaluations/${found?.id}`);
  };
  const pathOf = async (of: SeededContract, kind: string, what: string): Promise<string> =>
    `/v1/evaluations/${(await find(of, kind)).id}/${what}`;
  /** Somebody acts on an evaluation as it stands now. */
  const act = async (
    who: Actor,
    of: SeededContract,
    kind: string,
    what: string,
    body: unknown,
  ): Promise<Answer> => {
    const { id, version } = await find(of, kind);
    return who.post(`/v1/evaluations/${id}/${what}`, body, { ifMatch: version as number });
  };
  return {
    find,
    pathOf,
    act,
    /** The same, for acts that succeed; gives the evaluation as it then is. */
    done: async (...call: Parameters<typeof act>): Promise<any> => {
      const { status, text, body } = await act(...call);
      expect({ status, text }).toEqual({ status: 201, text });
      return body;
    },
    assign: (of: SeededContract, kind: string, { personId }: Actor): Promise<Answer> =>
      act(organizer, of, kind, 'assignment', { personId }),
    /** The codes of the open tasks that somebody sees. */
    tasksOf: async (who: Actor): Promise<string[]> => {
      const { items } = await who.ok.get('/v1/tasks?limit=200');
      return (items as Item[]).map(({ kind }) => kind);
    },
    /** The codes of the mails that somebody got, in order. */
    mailsTo: async ({ personId }: Actor): Promise<string[]> => {
      const rows = await stage.sql(
        `SELECT template FROM messages WHERE person_id = $1 ORDER BY id`,
        [personId],
      );
      return rows.map(({ template }) => template as string);
    },
    stateOf: async ({ awardId }: SeededContract): Promise<string> =>
      (await organizer.ok.get(`/v1/projects/${awardId}`)).state,
    /** The grades in a party's record, with the first day on which they count. */
    creditOf: async ({ partyId, applicant }: SeededContract): Promise<string[]> => {
      const { items } = await applicant.ok.get(`/v1/parties/${partyId}/credit`);
      const grades = (items as Record<string, string>[]).filter(({ kind }) => kind === 'grade');
      return grades.map(({ code, from }) => `${code} ${from}`);
    },
    /** Notes that somebody once was something else in the round. */
    noteDuty: async (who: Actor, roundId: string, group: string): Promise<void> => {
      await stage.sql(
        `INSERT INTO subject_duties (person_id, subject_id, duty_group, tenant_id) VALUES ($1, $2, $3, $4)`,
        [who.personId, roundId, group, stage.cityId],
      );
    },
  };
}
