import {
  seedContract,
  seedRound,
  type SeededContract,
  type SeededRound,
} from '../support/seed-contract';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

describe('the filing of contracts', () => {
  let stage: Stage;
  let round: SeededRound;
  let meals: SeededContract;
  let care: SeededContract;
  let drawn: SeededContract;
  let supervisor: Actor;

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    round = await seedRound(stage, 'r7', {
      change: ({ contract }) => {
        contract.fileWithinWorkingDays = 7;
      },
    });
    supervisor = await stage.person('郑监', [
      { duty: 'supervisor', scopeKind: 'unit', scopeId: stage.cityId },
    ]);
    meals = await seedContract(stage, round, '独居老人助餐');
    care = await seedContract(stage, round, '困境儿童陪伴');
    drawn = await seedContract(stage, round, '残疾人手作', false);
    // The process of a seeded contract looks when legal time moves.
    await stage.advanceTo('2020-06-12T09:01:00+08:00');
    await stage.settled();
  });
  afterAll(() => stage.close());

  const file = (
    { contractId }: SeededContract,
    who: Actor = round.organizer,
    number = '备2020-1',
  ) => who.post(`/v1/contracts/${contractId}/filing`, { number });
  const tasks = async (who: Actor): Promise<string[]> =>
    (await who.ok.get('/v1/tasks?limit=200')).items.map(({ kind }: { kind: string }) => kind);
  const filingOf = async ({ contractId }: SeededContract) =>
    (await round.organizer.ok.get(`/v1/contracts/${contractId}`)).filing;

  it('is asked for with the time of the rules', async () => {
    expect((await tasks(round.organizer)).filter((kind) => kind === 'contracts.file')).toHaveLength(
      2,
    );
    expect(await filingOf(meals)).toBeNull();
  });

  it('is an officer’s to record, of a signed contract, once', async () => {
    await expectRefusal(file(meals, meals.applicant), 403, 'ACCESS.DUTY_MISSING');
    await expectRefusal(file(meals, supervisor), 403, 'ACCESS.DUTY_MISSING');
    const stranger = await stage.person('外轮', [
      { duty: 'organizer', scopeKind: 'party', scopeId: meals.partyId },
    ]);
    await expectRefusal(file(meals, stranger), 404, 'ACCESS.NOT_FOUND');
    await expectRefusal(file(drawn), 409, 'STATE.OUT_OF_ORDER');
    await expectRefusal(file(meals, round.organizer, ''), 400, 'REQUEST.INVALID');
    expect((await file(meals)).status).toBe(201);
    expect(await filingOf(meals)).toMatchObject({ number: '备2020-1' });
    await expectRefusal(file(meals, round.approver, '备2020-2'), 409, 'CONTRACTS.FILED_ALREADY');
    expect(await filingOf(meals)).toMatchObject({ number: '备2020-1' });
  });

  it('is told to those in charge when its seven working days are over, and not for one that was filed', async () => {
    // Friday 12 June; 25 to 27 June is a holiday, and Sunday 28 is worked: the seventh working day is Tuesday 23.
    await stage.advanceTo('2020-06-23T23:59:00+08:00');
    expect(await tasks(supervisor)).not.toContain('contracts.fileOverdue');
    await stage.advanceTo('2020-06-24T00:00:00+08:00');
    const overdue = (await tasks(supervisor)).filter((kind) => kind === 'contracts.fileOverdue');
    expect(overdue).toHaveLength(1);
    expect((await file(care)).status).toBe(201);
    expect(await tasks(supervisor)).not.toContain('contracts.fileOverdue');
    expect(await tasks(round.organizer)).not.toContain('contracts.file');
  });
});
