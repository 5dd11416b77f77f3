import type { BudgetLessOwnFunds, RuleSet } from '../../src/rules';
import { application } from './applications';
import { replacementRequest, type Bidder } from './round-story';
import type { Actor, Answer, Stage } from './stage';

/** A round with a call on these days of 2020, for what a round is drawn up with. */
export const callIn2020 =
  (opens: string, closes: string, change: (rules: RuleSet) => void = () => undefined) =>
  (rules: RuleSet) => {
    rules.timetable.callOpensAt = `2020-${opens}T00:00:00+08:00`;
    rules.timetable.callClosesAt = `2020-${closes}T00:00:00+08:00`;
    change(rules);
  };

/** A correction on which bids depend: a lower cap, one more section that is required, and one more question for a person. */
export const stricter = (rules: RuleSet) => {
  rules.amount = { ...(rules.amount as BudgetLessOwnFunds), maxAmount: '90000.00' };
  rules.form.sections.push({
    code: 'insurance',
    name: { zh: '志愿者保险', en: 'Insurance of volunteers' },
    maxLength: 500,
    required: true,
  });
  rules.qualification.push({
    variant: 'judged',
    code: 'insured',
    question: { zh: '志愿者是否有保险？', en: 'Are the volunteers insured?' },
  });
};

/** An application that has what the stricter form requires. */
export const insured = (changes: object = {}) =>
  application({
    sections: { ...application().sections, insurance: '已为志愿者投保。' },
    ...changes,
  });

/** Approves a correction as it was read. */
export function approval(by: Actor, { id, version }: any): Promise<Answer> {
  return by.post(`/v1/corrections/${id}/approval`, undefined, { ifMatch: version });
}

/** Puts another version in a bid's place. */
export function replace(
  { actor }: Bidder,
  { id, version }: any,
  content: object,
  revision: number,
): Promise<Answer> {
  const request = replacementRequest(content, revision);
  return actor.post(`/v1/bids/${id}/replacement`, request, { ifMatch: version });
}

/** The open tasks of somebody that are about bids. */
export async function bidTasksOf(actor: Actor): Promise<any[]> {
  const { items } = await actor.ok.get('/v1/tasks?limit=200');
  return items
    .filter(({ kind }: any) => kind.startsWith('bids.'))
    .map(({ kind, subject, facts, dueAt }: any) => ({ kind, id: subject.id, facts, dueAt }));
}

/** The mails to a bidder whose codes begin so. */
export async function mailsTo(stage: Stage, { actor }: Bidder, begin: string): Promise<string[]> {
  const rows = await stage.sql(
    `SELECT template FROM messages WHERE person_id = $1 AND template LIKE $2 || '%' ORDER BY id`,
    [actor.personId, begin],
  );
  return rows.map(({ template }) => template as string);
}
