import { asItStands } from '../as-it-stands';
import { accepted } from './accepted';
import type { Going } from './going';
import { bidderOf } from './payments-scene';

/** An organization asks for another course of activities; the funder agrees, and both sign what follows the contract. */
export async function playAmendment({ cast, bidders, year }: Going, project: any): Promise<void> {
  const { approver, organizer } = cast;
  const { actor } = bidderOf(bidders, project.partyId);
  const path = `/v1/contracts/${project.contractId}`;
  const { version, amount, document } = await organizer.ok.get(path);
  const propose = (changes: object) =>
    actor.post(
      `${path}/amendments`,
      { reason: '暑期延长托管时段，活动次数增加，总额不变。', changes },
      { ifMatch: version },
    );
  await year.refused('社会组织', '提出没有变化的变更', 'CONTRACTS.NOTHING_CHANGED', propose({}));
  const earlier = propose({ projectTo: '2020-12-01' });
  await year.refused('社会组织', '把项目期限改短', 'CONTRACTS.END_NOT_LATER', earlier);
  const much = { amount: `${Number(amount.amount) * 2}.00`, currency: 'CNY' };
  const own = propose({ amount: much });
  await year.refused('社会组织', '加钱而不改预算', 'AWARDS.BUDGET_MISMATCH', own);
  const activities = document.activities.map((activity: any, n: number) => ({
    ...activity,
    times: n === 1 ? (activity.times as number) + 6 : activity.times,
  }));
  const amendment = await accepted(propose({ activities }));
  const amended = `/v1/amendments/${amendment.id}`;
  const act = (by: typeof actor, name: 'approval' | 'signature') => {
    const acted = asItStands(organizer, amended, ({ digest, version: seen }) => {
      const body = name === 'signature' ? { documentDigest: digest } : undefined;
      return by.post(`${amended}/${name}`, body, { ifMatch: seen });
    });
    return accepted(acted);
  };
  await act(approver, 'approval');
  await act(actor, 'signature');
  await act(approver, 'signature');
  year.note('一份合同变更：增加活动六次', 'One contract is amended: six activities more');
}
