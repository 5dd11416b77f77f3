import { newId } from '../../src/kernel/id';
import { PaymentsStory, taken } from '../support/payments-story';
import {
  seedPayingRound,
  seedProject,
  verifyPayee,
  type PaidProject,
  type PayingRound,
} from '../support/seed-project';
import { openStage, type Stage } from '../support/stage';

const CHECK = '23514';
const FOREIGN_KEY = '23503';
const UNIQUE = '23505';
const EXCLUSION = '23P01';
const RESTRICT = '23001';

/** Whatever the code believes: what the database refuses by itself, even from its owner. */
describe('the guards of payments', () => {
  let stage: Stage;
  let round: PayingRound;
  let story: PaymentsStory;
  let meals: PaidProject;
  let entered: string;
  let released: string;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedPayingRound(stage, 'r7');
    story = new PaymentsStory(stage, round);
    meals = await seedProject(stage, round, '独居老人助餐');
    taken(await story.claim(meals, 'first'));
    entered = taken(await story.enter(meals, 'first')).id;
    released = (await story.released(await seedProject(stage, round, '困境儿童陪伴'), 'first')).id;
  });
  afterAll(() => stage.close());

  const codeOf = async (query: string, parameters: readonly unknown[] = []): Promise<string> => {
    try {
      await stage.sql(`BEGIN`);
      await stage.sql(query, parameters);
      await stage.sql(`SET CONSTRAINTS ALL IMMEDIATE`);
      return 'done';
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await stage.sql(`ROLLBACK`);
    }
  };
  const change = (id: string, set: string): Promise<string> =>
    codeOf(`UPDATE payments SET ${set}, version = version + 1 WHERE id = $1`, [id]);
  /** What the code does when it releases; the twin of every refusal below. */
  const release = (who: string, digest = `encode(sha256(convert_to(order_text, 'UTF8')), 'hex')`) =>
    `state = 'released', released_at = app_now(), checker_id = '${who}', approved_digest = ${digest},
     line_no = 400, batch_id = (SELECT id FROM batches WHERE state = 'open')`;

  it('let a checker release what the maker entered, and nobody else be both', async () => {
    const { checker, maker } = round;
    expect(await change(entered, release(checker.personId))).toBe('done');
    expect(await change(entered, release(maker.personId))).toBe(CHECK);
  });

  it('take an approval of the order alone', async () => {
    const wrong = `'${'a'.repeat(64)}'`;
    expect(await change(entered, release(round.checker.personId, wrong))).toBe(RESTRICT);
  });

  it('take what is executed only as it was approved', async () => {
    const send = (digest: string) =>
      change(released, `state = 'sent', executed_digest = ${digest}`);
    expect(await send('approved_digest')).toBe('done');
    expect(await send(`'${'a'.repeat(64)}'`)).toBe(CHECK);
    expect(await send('NULL')).toBe(CHECK);
  });

  it.each([
    ['the payee', `payee = payee || '{"account": "6222020211112222"}'`],
    ['the digest of the payee', `payee_digest = '${'b'.repeat(64)}'`],
    ['the order', `order_text = replace(order_text, 'CNY', 'USD')`],
    ['the maker', `maker_id = claimed.id`],
    ['the fund', `parts = '[]'`],
  ])('let nobody edit %s of a payment', async (_, set) => {
    const claimed = `(SELECT person_id AS id FROM mandates WHERE duty = 'organizer' LIMIT 1) claimed`;
    const query = `UPDATE payments SET ${set} FROM ${claimed} WHERE payments.id = $1`;
    expect(await codeOf(query, [entered])).toBe(RESTRICT);
  });

  it('take no payment of another amount than what is payable', async () => {
    const amount = `amount_fen = 1, order_text = replace(order_text, '"2500000"', '"1"')`;
    expect(await change(entered, amount)).toBe(FOREIGN_KEY);
    expect(await insertAnother('1', 'rejected')).toBe(FOREIGN_KEY);
    expect(await insertAnother('2500000', 'rejected')).toBe('done');
  });

  it('take no second payment of a tranche beside one that lives', async () => {
    expect(await insertAnother('2500000', 'entered')).toBe(UNIQUE);
  });

  it('take no five hundred and first line', async () => {
    expect(await change(released, 'line_no = 500')).toBe('done');
    expect(await change(released, 'line_no = 501')).toBe(CHECK);
  });

  it('note nobody on both sides of a payment', async () => {
    const note = (person: string, group: string) =>
      codeOf(
        `INSERT INTO subject_duties (person_id, subject_id, duty_group, tenant_id) VALUES ($1, $2, $3, $4)`,
        [person, released, group, stage.cityId],
      );
    expect(await note(round.organizer.personId, 'checker')).toBe('done');
    expect(await note(round.maker.personId, 'checker')).toBe(EXCLUSION);
    expect(await note(round.checker.personId, 'maker')).toBe(EXCLUSION);
    expect(await note(round.approver.personId, 'checker')).toBe(EXCLUSION);
    expect(await note(meals.applicant.personId, 'checker')).toBe('done');
    const [{ id: own }] = await stage.sql(
      `SELECT person_id AS id FROM subject_duties WHERE subject_id = $1 AND duty_group = 'bidder'`,
      [released],
    );
    expect(await note(own, 'checker')).toBe(EXCLUSION);
  });

  it('let nothing be released or sent under a hold', async () => {
    const approve = release(round.checker.personId);
    const lift = await story.hold(meals);
    expect(await change(entered, approve)).toBe(RESTRICT);
    await lift();
    expect(await change(entered, approve)).toBe('done');
  });

  it('let nothing be released for a project that was stopped', async () => {
    const approve = release(round.checker.personId);
    const stop = `WITH stopped AS (UPDATE projects SET state = 'ended' WHERE id = $2 RETURNING id)
      UPDATE payments SET ${approve} FROM stopped WHERE payments.id = $1`;
    expect(await codeOf(stop, [entered, meals.awardId])).toBe(RESTRICT);
  });

  it('let nothing be released to an account that is no longer the verified one', async () => {
    const approve = release(round.checker.personId);
    await verifyPayee(round, meals, '6222020233334444');
    expect(await change(entered, approve)).toBe(RESTRICT);
  });

  it('leave a payment that is over as it is', async () => {
    const sport = await seedProject(stage, round, '社区运动');
    const { id } = await story.paid(sport, 'first');
    expect(await change(id, `state = 'vouchered'`)).toBe(RESTRICT);
    expect(await change(id, `paid_on = paid_on + 1`)).toBe(RESTRICT);
  });

  function insertAnother(amountFen: string, state: string): Promise<string> {
    const id = newId();
    return codeOf(
      `INSERT INTO payments
       SELECT (jsonb_populate_record(payment, jsonb_build_object('id', $2::text, 'state', $3::text,
         'amount_fen', $4::text, 'order_text',
         replace(replace(payment.order_text, payment.id::text, $2), '"amountFen":"2500000"', '"amountFen":"' || $4 || '"')))).*
       FROM payments payment WHERE payment.id = $1`,
      [entered, id, state, amountFen],
    );
  }
});
