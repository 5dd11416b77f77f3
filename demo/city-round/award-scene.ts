import type { Actor } from '../actor';
import { asItStands } from '../as-it-stands';
import { waitFor } from '../clock';
import { accepted } from './accepted';
import type { Cast } from './cast';
import { commission } from './commission-scene';
import type { Bidder } from './register-scene';
import type { Year } from './year';

/** Approval, public notice with one objection upheld and one dismissed, a winner who declines, a commission. */
export async function playAwards(
  cast: Cast,
  round: any,
  bidders: readonly Bidder[],
  year: Year,
): Promise<void> {
  const lotId = round.lots[0].id as string;
  await approveProposal(cast, lotId, year);
  const awards = await noticed(cast, lotId);
  const inCategory = (code: string) =>
    awards.filter(({ category }) => category === code).sort((a, b) => a.rank - b.rank);
  await commission(cast, round.id, bidders, year);
  await year.goTo('2020-05-07T10:00:00+08:00');
  const [doubted, , doubled] = inCategory('elderly');
  const [, left] = inCategory('other');
  await objectAndDecide(cast, doubted, doubled, year);
  await decline(bidders, left, year);
  await approveThoseWhoComeUp(cast, round.id, year);
  await year.goTo('2020-05-29T09:30:00+08:00');
  const residents = [...cast.residents.values()];
  const late = object(residents[9]![0]!, doubted.id);
  await year.refused('居民', '公示期满后提出异议', 'CHALLENGES.NOTICE_OVER', late);
}

async function approveProposal({ organizer, approver }: Cast, lotId: string, year: Year) {
  const proposal = await waitFor('the award proposal', async () => {
    const { status, body } = await approver.get(`/v1/lots/${lotId}/award-proposal`);
    return status === 200 && body.state === 'proposed' ? body : null;
  });
  await year.goTo('2020-04-28T15:00:00+08:00');
  const path = `/v1/lots/${lotId}/award-approval`;
  const own = organizer.post(path, undefined, { ifMatch: proposal.version });
  await year.refused('经办人', '自己审批立项方案', 'ACCESS.DUTY_MISSING', own);
  await approver.ok.post(path, undefined, { ifMatch: proposal.version });
  year.note('审批立项方案，开始公示', 'The awards are approved and noticed to the public');
}

async function noticed({ approver }: Cast, lotId: string): Promise<any[]> {
  return waitFor('the public notice', async () => {
    const awards = await approver.ok.all(`/v1/awards?lotId=${lotId}&state=noticed`);
    return awards.length > 0 ? awards : null;
  });
}

function object(by: Actor, awardId: string, changes: object = {}) {
  return by.post(`/v1/awards/${awardId}/challenges`, {
    kind: 'objection',
    realName: by.name,
    grounds: '该项目与街道原有服务点范围重合，请核实是否重复资助。',
    ...changes,
  });
}

/** Two residents object while the notice stands: one is mistaken, one is right. */
async function objectAndDecide(cast: Cast, doubted: any, doubled: any, year: Year): Promise<void> {
  const { approver } = cast;
  const [[mistaken], [right]] = [...cast.residents.values()] as [Actor[], Actor[]];
  const anonymous = object(mistaken!, doubted.id, { realName: '一位居民' });
  await year.refused('居民', '不用真名提出异议', 'CHALLENGES.REAL_NAME_REQUIRED', anonymous);
  const first = await accepted(object(mistaken!, doubted.id));
  await year.refused(
    '居民',
    '就同一立项再提异议',
    'CHALLENGES.ALREADY_OPEN',
    object(mistaken!, doubted.id),
  );
  const second = await accepted(
    object(right!, doubled.id, {
      grounds: '该机构的同一项目已获区残联今年资助，名称不同，内容一样，附合同照片。',
    }),
  );
  year.note(
    '收到两件异议，受理并暂停有关立项',
    'Two objections are admitted; what they concern is held',
  );
  const admit = ({ id, version }: any) =>
    approver.ok.post(`/v1/challenges/${id}/admission`, undefined, { ifMatch: version });
  const admitted = [await admit(first), await admit(second)];
  await year.goTo('2020-05-11T10:00:00+08:00');
  const answer = (n: 0 | 1, body: object) =>
    approver.post(`/v1/challenges/${admitted[n].id}/answer`, body, {
      ifMatch: admitted[n].version,
    });
  const reason = '经核实，两份合同的服务对象、活动和时间一致，构成重复资助，撤销立项。';
  const vague = answer(1, { outcome: 'upheld', reason });
  await year.refused('审批人', '异议成立而不写怎样处理', 'CHALLENGES.EFFECT_REQUIRED', vague);
  await accepted(
    answer(0, {
      outcome: 'dismissed',
      reason: '经核实，原服务点已于上年停止运营，不构成重复资助。',
    }),
  );
  await accepted(answer(1, { outcome: 'upheld', effect: 'revoke', reason }));
  year.note(
    '一件异议不成立，一件成立并撤销立项',
    'One objection is dismissed, one upheld: the award is revoked',
  );
}

async function decline(bidders: readonly Bidder[], { id, partyId }: any, year: Year) {
  const { actor } = bidders.find((bidder) => bidder.partyId === partyId)!;
  const path = `/v1/awards/${id}`;
  const reason = '受疫情影响，自筹资金未能落实，自愿放弃立项。';
  const declined = asItStands(actor, path, ({ version }) =>
    actor.post(`${path}/declination`, { reason }, { ifMatch: version }),
  );
  await accepted(declined);
  year.note('一家机构放弃立项，由备选递补', 'One winner declines; the reserve comes up');
}

/** Whoever comes up from the reserve gets an approval and a notice of its own. */
async function approveThoseWhoComeUp({ approver }: Cast, roundId: string, year: Year) {
  const AWAITED = 2;
  const proposed = await waitFor('those who come up', async () => {
    const awards = await approver.ok.all(`/v1/awards?roundId=${roundId}&state=proposed`);
    return awards.length >= AWAITED ? awards : null;
  });
  for (const { id, version } of proposed) {
    await approver.ok.post(`/v1/awards/${id}/approval`, undefined, { ifMatch: version });
  }
  year.note(
    `递补立项${proposed.length}项，另行公示`,
    `${proposed.length} come up, with a notice of their own`,
  );
}
