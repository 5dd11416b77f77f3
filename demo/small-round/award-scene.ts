import { advanceTo, waitFor } from '../clock';
import type { Bidder, Called } from './call-scene';
import type { Cast } from './people';

/** Approval, public notice with an objection that is dismissed, a commission beside the competition, contracts. */
export async function playAwards(cast: Cast, called: Called): Promise<void> {
  await approveProposal(cast, called);
  await commission(cast, called);
  await object(cast, called);
  await advanceTo(cast.administrator, '2020-05-12T09:30:00+08:00');
  await signContracts(cast, called);
}

async function approveProposal({ approver, administrator }: Cast, { lotId }: Called) {
  const path = `/v1/lots/${lotId}/award-proposal`;
  const proposal = await waitFor('the award proposal', async () => {
    const { status, body } = await approver.get(path);
    return status === 200 && body.state === 'proposed' ? body : null;
  });
  await advanceTo(administrator, '2020-04-24T15:00:00+08:00');
  await approver.ok.post(`/v1/lots/${lotId}/award-approval`, undefined, {
    ifMatch: proposal.version,
  });
}

/** An urgent task goes to one qualified organization, with a published reason and a notice of its own. */
async function commission({ organizer, approver }: Cast, { roundId, bidders }: Called) {
  const { partyId } = commissioned(bidders);
  const award = await organizer.ok.post(`/v1/rounds/${roundId}/commissions`, {
    partyId,
    title: '疫情期间困难老人应急关爱',
    amount: { amount: '60000.00', currency: 'CNY' },
    reason:
      '疫情防控期间急需为困难老人提供应急服务，该机构是本市唯一承接过同类应急服务且评估优秀的机构。',
    plan: {
      summary: '为六十名困难老人提供电话关爱、代购代办和应急物资。',
      budgetLines: [
        { code: 'staff', amount: '50000.00' },
        { code: 'materials', amount: '50000.00' },
      ],
      ownFunds: '40000.00',
      activities: [{ name: '上门关爱', times: 20, heads: 30 }],
      indicators: [{ name: '服务人次', target: 600, unit: '人次' }],
    },
  });
  await approver.ok.post(`/v1/awards/${award.id}/approval`, undefined, { ifMatch: award.version });
}

/** The bidder that gets the commission. */
function commissioned(bidders: readonly Bidder[]): Bidder {
  return bidders.find(({ text }) => text.code === 'yiyang')!;
}

/** A resident objects while the notice stands; it is looked into and dismissed. */
async function object(cast: Cast, { lotId }: Called): Promise<void> {
  const { administrator, approver, residents } = cast;
  const noticed = await waitFor('the public notice', async () => {
    const awards = await approver.ok.all(`/v1/awards?lotId=${lotId}&state=noticed`);
    return awards.length > 0 ? awards : null;
  });
  await advanceTo(administrator, '2020-04-28T10:00:00+08:00');
  const resident = residents.jinxiu![2]!;
  const filed = await resident.ok.post(`/v1/awards/${noticed[0].id}/challenges`, {
    kind: 'objection',
    realName: resident.name,
    grounds: '该项目与街道原有助餐点服务范围重合，请核实是否重复资助。',
  });
  const admitted = await approver.ok.post(`/v1/challenges/${filed.id}/admission`, undefined, {
    ifMatch: filed.version,
  });
  await advanceTo(administrator, '2020-05-06T10:00:00+08:00');
  const answer = {
    outcome: 'dismissed',
    reason: '经核实，原助餐点已于上年停止运营，不构成重复资助。',
  };
  const path = `/v1/challenges/${filed.id}/answer`;
  await approver.ok.post(path, answer, { ifMatch: admitted.version });
}

async function signContracts(cast: Cast, { roundId, bidders }: Called): Promise<void> {
  const { approver } = cast;
  const awards = await approver.ok.all(`/v1/awards?roundId=${roundId}`);
  const wanted = awards.filter(({ state }) => ['noticed', 'confirmed'].includes(state)).length;
  const contracts = await waitFor('the contracts', async () => {
    const drawn = await approver.ok.all(`/v1/contracts?roundId=${roundId}&state=drawn`);
    return drawn.length === wanted ? drawn : null;
  });
  for (const { id, partyId, digest, version } of contracts) {
    const path = `/v1/contracts/${id}/signature`;
    const body = { documentDigest: digest };
    const grantee = bidders.find((bidder) => bidder.partyId === partyId)!;
    const signed = await grantee.actor.ok.post(path, body, { ifMatch: version });
    await approver.ok.post(path, body, { ifMatch: signed.version });
  }
}
