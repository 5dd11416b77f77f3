import { waitFor } from '../clock';
import { together } from '../together';
import type { Cast } from './cast';
import { actorOf } from './panel-members';
import type { Year } from './year';

/** A seat to which somebody was called, on one of the lot's panels. */
interface Called {
  readonly panelId: string;
  readonly seat: any;
}

/** The seats of every panel are filled: some cannot come, some have a tie that they declare or that is found. */
export async function fillSeats(cast: Cast, lotId: string, year: Year): Promise<void> {
  await waitFor('the panels', async () => {
    const panels = await cast.organizer.ok.all(`/v1/panels?lotId=${lotId}`);
    return panels.length > 0 && panels.every(({ state }) => state === 'drawn');
  });
  year.note('随机抽取评审专家', 'The panels are drawn by lot');
  await playInvitations(cast, lotId, year);
  await acceptAll(cast, lotId);
  await findTie(cast, lotId, year);
  await replaceIll(cast, lotId, year);
  await acceptAll(cast, lotId);
  year.note('评审小组组成', 'The panels are complete');
}

async function calledIn(cast: Cast, lotId: string, state: string): Promise<Called[]> {
  const called: Called[] = [];
  for (const { id } of await cast.organizer.ok.all(`/v1/panels?lotId=${lotId}`)) {
    const { experts } = await cast.organizer.ok.get(`/v1/panels/${id}`);
    const there = experts.filter((seat: any) => seat.state === state);
    called.push(...there.map((seat: any) => ({ panelId: id as string, seat })));
  }
  return called;
}

/** One cannot come, one declares a tie, one has a tie in the register and tries to take the seat all the same. */
async function playInvitations(cast: Cast, lotId: string, year: Year): Promise<void> {
  const invited = await waitFor('the invitations', async () => {
    const called = await calledIn(cast, lotId, 'invited');
    return called.length > 0 ? called : null;
  });
  const [absent, honest, tied] = invited;
  const bodyOf = async ({ seat }: Called) => {
    const { bidders, digest } = await actorOf(cast, seat.expertId).ok.get(
      `/v1/panel-seats/${seat.seatId}/bidders`,
    );
    return { bidders, digest };
  };
  const say = ({ seat }: Called, act: string, body: object) =>
    actorOf(cast, seat.expertId).post(`/v1/panel-seats/${seat.seatId}/${act}`, body, {
      ifMatch: seat.seatVersion,
    });
  const { bidders } = await bodyOf(honest!);
  const stale = say(absent!, 'acceptance', { biddersDigest: '0'.repeat(64) });
  await year.refused('专家', '没有看过申报单位名单就接受邀请', 'REVIEWS.BIDDERS_CHANGED', stale);
  const early = actorOf(cast, absent!.seat.expertId).post(
    `/v1/panel-seats/${absent!.seat.seatId}/sheets`,
    { bidId: absent!.seat.seatId, scores: {}, comment: '先评为快。' },
  );
  await year.refused('专家', '未接受邀请就评分', 'REVIEWS.NOT_SEATED', early);
  const away = await say(absent!, 'declination', { reason: '当周有外地授课，无法参加评审。' });
  const declared = await say(honest!, 'recusal', {
    partyId: bidders[0].partyId,
    reason: '本人曾任该机构督导，应当回避。',
  });
  const read = await bodyOf(tied!);
  await enterTie(cast, tied!.seat.expertId, read.bidders[1].partyId);
  const list = (await bodyOf(tied!)).digest;
  const refused = say(tied!, 'acceptance', { biddersDigest: list });
  await year.refused('专家', '与申报单位有关系仍接受邀请', 'REVIEWS.TIED', refused);
  const left = await say(tied!, 'recusal', { reason: '经核对，确与申报单位有雇佣关系，退出。' });
  for (const answer of [away, declared, left]) {
    if (answer.status >= 400) throw new Error(answer.text);
  }
  year.note(
    '一人请辞、两人回避，按抽取顺序递补',
    'One declines, two have ties; the next of the draw are called',
  );
}

async function enterTie(cast: Cast, expertId: string, partyId: string): Promise<void> {
  const experts = await cast.organizer.ok.all('/v1/experts');
  const { version } = experts.find(({ id }) => id === expertId);
  const tie = { partyId, kind: 'employer', from: '2018-03-01' };
  await cast.organizer.ok.post(`/v1/experts/${expertId}/ties`, tie, { ifMatch: version });
}

async function acceptAll(cast: Cast, lotId: string): Promise<void> {
  await waitFor('all seats', async () => {
    await together(await calledIn(cast, lotId, 'invited'), async ({ seat }) => {
      const expert = actorOf(cast, seat.expertId);
      const path = `/v1/panel-seats/${seat.seatId}`;
      const { digest } = await expert.ok.get(`${path}/bidders`);
      const body = { biddersDigest: digest };
      await expert.ok.post(`${path}/acceptance`, body, { ifMatch: seat.seatVersion });
    });
    const panels = await cast.organizer.ok.all(`/v1/panels?lotId=${lotId}`);
    return panels.every(({ state }) => state === 'seated');
  });
}

/** An officer finds in the register of employment what a member did not declare. */
async function findTie(cast: Cast, lotId: string, year: Year): Promise<void> {
  const { panelId, seat } = (await calledIn(cast, lotId, 'accepted'))[0]!;
  const { bidders } = await actorOf(cast, seat.expertId).ok.get(
    `/v1/panel-seats/${seat.seatId}/bidders`,
  );
  await enterTie(cast, seat.expertId, bidders[2].partyId);
  await waitFor('the tie to be found', async () => {
    const { experts } = await cast.organizer.ok.get(`/v1/panels/${panelId}`);
    return experts.some(({ seatId, state }: any) => seatId === seat.seatId && state === 'recused');
  });
  year.note('核查发现一名专家与申报单位有关系，予以更换', 'A tie is found; the expert leaves');
}

async function replaceIll(cast: Cast, lotId: string, year: Year): Promise<void> {
  const accepted = await calledIn(cast, lotId, 'accepted');
  const { seat } = accepted.at(-1)!;
  const body = { cause: 'illness', reason: '因病住院，无法评审。' };
  const path = `/v1/panel-seats/${seat.seatId}/replacement`;
  await cast.organizer.ok.post(path, body, { ifMatch: seat.seatVersion });
  year.note('一名专家因病更换', 'An expert who is ill is replaced');
}
