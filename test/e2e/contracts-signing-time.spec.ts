import { newId } from '../../src/kernel/id';
import { Holds } from '../../src/registers/holds';
import { awardsStory, threeBids } from '../support/awards-story';
import { inSystem } from '../support/registers';
import { seedOfficers } from '../support/seed-reviewed-lot';
import type { Officers } from '../support/seeded';
import { expectRefusal, openStage, type Stage } from '../support/stage';

let stage: Stage;
let officers: Officers;
let story: ReturnType<typeof awardsStory>;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-05-18T09:00:00+08:00' });
  officers = await seedOfficers(stage);
  story = awardsStory(stage, officers);
}, 120_000);
afterAll(() => stage.close());

const three = threeBids('500000.01');

describe('the time for signing', () => {
  it('lapses for who has not signed: the award counts as declined and the reserve comes up', async () => {
    const lot = await story.confirmedLot('2020-05-23T00:00:00+08:00', three);
    const first = await story.award(lot, 1);
    const signed = await story.contractOf(officers.organizer, (await story.award(lot, 2)).id);
    await story.sign(lot.bids[1]!.applicant, signed);
    // The notice ended on 22 May: 21 June is the last day; reminders go out five days before.
    await stage.advanceTo('2020-06-17T00:00:00+08:00');
    const contract = await story.contractOf(officers.organizer, first.id);
    const { applicant } = lot.bids[0]!;
    expect(await story.mailsTo(applicant, contract.id)).toEqual([
      'contracts.sign',
      'contracts.signReminder',
    ]);
    expect(await story.mailsTo(lot.bids[1]!.applicant, signed.id)).toEqual(['contracts.sign']);
    await stage.advanceTo('2020-06-21T23:59:00+08:00');
    expect((await story.award(lot, 1)).state).toBe('confirmed');
    await stage.advanceTo('2020-06-22T00:00:00+08:00');
    expect(await story.standing(lot)).toEqual([
      '长者助餐 declined',
      '助残就业 confirmed',
      '青年议事 proposed',
    ]);
    expect(await story.contractOf(officers.organizer, first.id)).toMatchObject({
      state: 'refused',
      reason: '逾期未签署 Not signed in time',
    });
    expect(await story.mailsTo(applicant, first.id)).toEqual(['awards.lapsed']);
    await expectRefusal(
      applicant.post(
        `/v1/contracts/${contract.id}/signature`,
        { documentDigest: contract.digest },
        { ifMatch: 2 },
      ),
      409,
      'STATE.OUT_OF_ORDER',
    );
    // The other party has signed: the funder is late, and its award stands.
    expect(await story.tasksOf(officers.supervisor, signed.id)).toEqual(['contracts.signOverdue']);
    await story.sign(officers.approver, signed);
    expect((await story.award(lot, 2)).state).toBe('contracted');
    expect(await story.tasksOf(officers.supervisor, signed.id)).toEqual([]);
  }, 60_000);

  it('no longer runs when the award is declined before it is signed', async () => {
    const lot = await story.confirmedLot('2020-07-06T00:00:00+08:00', three);
    const { id } = await story.award(lot, 1);
    const { applicant } = lot.bids[0]!;
    const contract = await story.contractOf(applicant, id);
    await story.sign(officers.approver, contract);
    await story.act(applicant, `/v1/awards/${id}`, 'declination', { reason: '人手不足' });
    expect(await story.contractOf(applicant, id)).toMatchObject({ state: 'refused' });
    const clocks = await stage.sql(`SELECT rule, state FROM clocks WHERE subject_id = $1`, [
      contract.id,
    ]);
    expect(clocks.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect((await story.award(lot, 3)).state).toBe('proposed');
  }, 60_000);

  it('takes no award from a party that a hold kept from signing', async () => {
    const lot = await story.confirmedLot('2020-07-11T00:00:00+08:00', three);
    const { id } = await story.award(lot, 1);
    const cause = { kind: 'challenge', id: newId() } as const;
    await inSystem(stage, (ctx) =>
      stage.get(Holds).place(ctx, {
        subject: { kind: 'award', id },
        cause,
        unitPath: stage.cityId.replaceAll('-', ''),
        reason: '上级要求暂停',
      }),
    );
    await stage.advanceTo('2020-08-10T00:00:00+08:00');
    expect((await story.standing(lot)).slice(0, 2)).toEqual([
      '长者助餐 confirmed',
      '助残就业 declined',
    ]);
    const contract = await story.contractOf(officers.organizer, id);
    expect(await story.tasksOf(officers.supervisor, contract.id)).toEqual([
      'contracts.signOverdue',
    ]);
    await inSystem(stage, (ctx) => stage.get(Holds).lift(ctx, cause));
    await story.sign(lot.bids[0]!.applicant, contract);
    await story.sign(officers.approver, contract);
    expect((await story.award(lot, 1)).state).toBe('contracted');
  }, 60_000);
});
