import { newId } from '../../src/kernel/id';
import { receiving, upload, type Named } from '../support/attachments-story';
import { contentOf, needOf, NeedsStory, type Street } from '../support/needs-story';
import {
  bidRequest,
  bidder,
  fundingBody,
  open,
  replacementRequest,
  roundFrom,
  type Bidder,
  type FundingBody,
} from '../support/round-story';
import { seedContract, seedRound, type SeededContract } from '../support/seed-contract';
import { expectRefusal, openStage, type Actor, type Stage } from '../support/stage';

const digestOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Reads what an attachment is, and its bytes. */
async function expectReadable(by: Actor, { id }: Named): Promise<void> {
  expect((await by.ok.get(`/v1/attachments/${id}`)).id).toBe(id);
  const { status, headers } = await by.get(`/v1/attachments/${id}/content`);
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toContain('attachment; filename');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
}

/** The answer is the answer to an attachment that there never was. */
async function expectAbsent(by: Actor, { id }: Named): Promise<void> {
  const without = (text: string) => text.replace(/"traceId":"[^"]*"/, '');
  for (const what of ['', '/content']) {
    const answer = await by.get(`/v1/attachments/${id}${what}`);
    const absent = await by.get(`/v1/attachments/${newId()}${what}`);
    expect(absent.status).toBe(404);
    expect([answer.status, without(answer.text)]).toEqual([404, without(absent.text)]);
  }
}

const listed = async (by: Actor, subjectKind: string, subjectId: string): Promise<string[]> =>
  (await by.ok.all(`/v1/attachments?subjectKind=${subjectKind}&subjectId=${subjectId}`)).map(
    ({ id }) => id,
  );

describe('what is attached to a bid', () => {
  let stage: Stage;
  let body: FundingBody;
  let lotId: string;
  let mine: Bidder;
  let partner: Actor;
  let rival: Bidder;
  let first: Named;
  let second: Named;
  let bid: any;
  const bids = () => `/v1/lots/${lotId}/bids`;
  const request = (attachments: readonly Named[], { partyId } = mine) => ({
    ...bidRequest(partyId),
    attachments,
  });

  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
    body = await fundingBody(stage);
    ({ lotId } = await roundFrom(stage, body, '03-10', '03-16'));
    mine = await bidder(stage);
    rival = await bidder(stage);
    partner = await stage.person('同事', [
      { duty: 'applicant', scopeKind: 'party', scopeId: mine.partyId },
    ]);
    first = await upload(mine.actor);
    second = await upload(partner);
  });
  afterAll(() => stage.close());

  it('is refused when it is another’s, absent, named with another digest, incomplete or named twice', async () => {
    const theirs = await upload(rival.actor);
    const half = await receiving(mine.actor);
    const refused = [
      [[theirs], 422, 'ATTACHMENTS.UNKNOWN'],
      [[{ ...first, id: newId() }], 422, 'ATTACHMENTS.UNKNOWN'],
      [[first, { ...second, digest: digestOfNothing }], 422, 'ATTACHMENTS.DIGEST_DIFFERS'],
      [[half], 409, 'ATTACHMENTS.INCOMPLETE'],
      [[first, first], 400, 'REQUEST.INVALID'],
      [[{ id: first.id }], 400, 'REQUEST.INVALID'],
      [Array.from({ length: 21 }, () => ({ ...first, id: newId() })), 400, 'REQUEST.INVALID'],
    ] as const;
    for (const [attachments, status, code] of refused) {
      const call = mine.actor.post(bids(), request(attachments as Named[]));
      await expectRefusal(call, status, code);
    }
    const [{ count }] = await stage.sql(`SELECT count(*)::int FROM bids WHERE lot_id = $1`, [
      lotId,
    ]);
    expect(count).toBe(0);
    const [{ bound }] = await stage.sql(
      `SELECT count(*)::int AS bound FROM attachments WHERE state = 'bound'`,
    );
    expect(bound).toBe(0);
  });

  it('is bound with the bid, whoever of its party uploaded it, and stands in the header that is signed', async () => {
    bid = await mine.actor.ok.post(bids(), request([first, second]));
    const [{ header, header_digest: digest }] = await stage.sql(
      `SELECT header, header_digest FROM bid_versions WHERE bid_id = $1`,
      [bid.id],
    );
    expect(JSON.parse(header).attachments).toEqual([first, second]);
    expect(bid.receipt.receipt.headerDigest).toBe(digest);
    expect(await mine.actor.ok.get(`/v1/attachments/${first.id}`)).toMatchObject({
      state: 'bound',
      subjectKind: 'bid',
      subjectId: bid.id,
    });
    const again = mine.actor.post(bids(), request([first]));
    await expectRefusal(again, 409, 'ATTACHMENTS.BOUND');
  });

  it('before the opening is absent for everybody but its party', async () => {
    for (const who of [mine.actor, partner]) {
      for (const attachment of [first, second]) await expectReadable(who, attachment);
      expect((await listed(who, 'bid', bid.id)).sort()).toEqual([first.id, second.id].sort());
    }
    for (const who of [body.organizer, body.approver, body.supervisor, rival.actor]) {
      await expectAbsent(who, first);
      expect(await listed(who, 'bid', bid.id)).toEqual([]);
    }
    await expectRefusal(
      stage.nobody.get(`/v1/attachments/${first.id}/content`),
      401,
      'ACCESS.SIGN_IN_REQUIRED',
    );
  });

  it('stays, may go or come with a replacement; a withdrawn bid keeps what it had', async () => {
    const third = await upload(mine.actor);
    const path = `/v1/bids/${bid.id}/replacement`;
    const replacement = { ...replacementRequest(), attachments: [second, third] };
    await expectRefusal(
      mine.actor.post(
        path,
        { ...replacement, attachments: [{ ...second, digest: digestOfNothing }] },
        { ifMatch: 1 },
      ),
      422,
      'ATTACHMENTS.DIGEST_DIFFERS',
    );
    await mine.actor.ok.post(path, replacement, { ifMatch: 1 });
    bid.attached = [second, third];
    const other = await mine.actor.ok.post(bids(), request([await upload(mine.actor)]));
    await mine.actor.ok.post(`/v1/bids/${other.id}/withdrawal`, undefined, { ifMatch: 1 });
    bid.withdrawn = other.id;
  });

  it('is readable from the opening on, as far as it belongs to the version that counts', async () => {
    await stage.advanceTo('2020-03-16T09:00:00+08:00');
    await expectAbsent(body.organizer, second);
    await open(body, lotId);
    await stage.settled();
    for (const who of [body.organizer, body.approver, body.supervisor]) {
      for (const attachment of bid.attached) await expectReadable(who, attachment);
      await expectAbsent(who, first);
      expect(await listed(who, 'bid', bid.id)).toEqual(bid.attached.map(({ id }: Named) => id));
      expect(await listed(who, 'bid', bid.withdrawn)).toEqual([]);
    }
    await expectAbsent(rival.actor, second);
    await expectReadable(mine.actor, first);
  });

  it('never changes, not even in the database', async () => {
    const change = stage.sql(`UPDATE attachments SET subject_id = $2 WHERE id = $1`, [
      first.id,
      newId(),
    ]);
    await expect(change).rejects.toThrow('bound for good');
    const rename = stage.sql(`UPDATE attachments SET digest = $2 WHERE id = $1`, [
      (await receiving(mine.actor)).id,
      digestOfNothing,
    ]);
    await expect(rename).rejects.toThrow('never changes');
    await stage.advanceTo('2020-04-20T09:00:00+08:00');
    await expectReadable(mine.actor, first);
  });
});

describe('what is attached to a need', () => {
  let stage: Stage;
  let story: NeedsStory;
  let street: Street;
  let elsewhere: Street;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
    story = await NeedsStory.open(stage);
    await story.publishRules();
    street = await story.street('luopu', '洛浦街道');
    elsewhere = await story.street('shawan', '沙湾街道');
  });
  afterAll(() => stage.close());

  it('is read by those who may read the need, and by nobody else', async () => {
    const photo = await upload(street.resident);
    const theirs = await upload(elsewhere.resident);
    const submit = (attachments: readonly Named[]) =>
      street.resident.post('/v1/needs', { ...needOf(street.communityId), attachments });
    await expectRefusal(submit([theirs]), 422, 'ATTACHMENTS.UNKNOWN');
    await expectAbsent(street.officer, photo);
    const { body: need } = await submit([photo]);
    await expectReadable(street.officer, photo);
    expect(await listed(street.officer, 'need', need.id)).toEqual([photo.id]);
    await expectAbsent(elsewhere.officer, photo);
    expect(await listed(elsewhere.officer, 'need', need.id)).toEqual([]);

    const back = { verdict: 'return', reason: '请补充照片' };
    const { version } = await street.officer.ok.post(`/v1/needs/${need.id}/check`, back, {
      ifMatch: need.version,
    });
    const more = await upload(street.resident);
    const completed = { ...contentOf(), attachments: [more] };
    const path = `/v1/needs/${need.id}/completion`;
    await street.resident.ok.post(path, completed, { ifMatch: version });
    expect(await listed(street.officer, 'need', need.id)).toEqual([photo.id, more.id]);
  });
});

describe('what is attached to a project’s reports and visits', () => {
  let stage: Stage;
  let contract: SeededContract;
  let neighbour: SeededContract;
  let officer: Actor;
  let organizer: Actor;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-06-12T09:00:00+08:00' });
    const round = await seedRound(stage, 'r7');
    organizer = round.organizer;
    contract = await seedContract(stage, round, '独居老人助餐');
    neighbour = await seedContract(stage, round, '困境儿童陪伴');
    officer = await stage.person('李街', [
      { duty: 'streetOfficer', scopeKind: 'round', scopeId: round.roundId },
    ]);
    await stage.settled();
  });
  afterAll(() => stage.close());

  it('is the party’s own with a report, read by the round’s officers', async () => {
    const sheet = await upload(contract.applicant);
    const report = (attachments: readonly Named[]) =>
      contract.applicant.post(`/v1/projects/${contract.awardId}/reports`, {
        code: 'midterm',
        text: '按计划开展助餐服务。',
        figures: {
          activitiesHeld: 12,
          headsServed: 240,
          spent: { amount: '31250.40', currency: 'CNY' },
        },
        attachments,
      });
    await expectRefusal(report([await upload(neighbour.applicant)]), 422, 'ATTACHMENTS.UNKNOWN');
    await expectRefusal(
      report([{ ...sheet, digest: digestOfNothing }]),
      422,
      'ATTACHMENTS.DIGEST_DIFFERS',
    );
    const { body } = await report([sheet]);
    expect(body.state).toBe('submitted');
    for (const who of [organizer, officer, contract.applicant]) {
      await expectReadable(who, sheet);
      expect(await listed(who, 'report', body.id)).toEqual([sheet.id]);
    }
    await expectAbsent(neighbour.applicant, sheet);
    expect(await listed(neighbour.applicant, 'report', body.id)).toEqual([]);
  });

  it('is the visitor’s own with a visit, read by the party as well', async () => {
    const photo = await upload(officer);
    const visit = (attachments: readonly Named[]) =>
      officer.post(`/v1/projects/${contract.awardId}/visits`, {
        visitedOn: '2020-06-12',
        findings: '现场正常。',
        headsServed: 20,
        attachments,
      });
    await expectRefusal(visit([await upload(contract.applicant)]), 422, 'ATTACHMENTS.UNKNOWN');
    const { body } = await visit([photo]);
    for (const who of [organizer, officer, contract.applicant]) await expectReadable(who, photo);
    expect(await listed(contract.applicant, 'visit', body.id)).toEqual([photo.id]);
    await expectAbsent(neighbour.applicant, photo);
  });
});
