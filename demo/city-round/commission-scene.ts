import type { Cast } from './cast';
import type { Bidder } from './register-scene';
import type { Year } from './year';

const PLAN = {
  summary: '为二百名困难老人提供电话关爱、代购代办和应急物资，隔离期间每日问候。',
  budgetLines: [
    { code: 'staff', amount: '60000.00' },
    { code: 'materials', amount: '50000.00' },
  ],
  ownFunds: '50000.00',
  activities: [{ name: '上门关爱', times: 20, heads: 60 }],
  indicators: [{ name: '服务人次', target: 1600, unit: '人次' }],
} as const;

const REASON =
  '疫情防控期间急需为困难老人提供应急服务，该机构是本区唯一承接过同类应急服务且评估优秀的机构。';

/** An urgent task goes to one qualified organization, with a published reason and a notice of its own. */
export async function commission(
  { organizer, approver }: Cast,
  roundId: string,
  bidders: readonly Bidder[],
  year: Year,
): Promise<void> {
  const { partyId } = bidders[0]!;
  const propose = (changes: object = {}) =>
    organizer.post(`/v1/rounds/${roundId}/commissions`, {
      ...{ partyId, title: '疫情期间困难老人应急关爱', reason: REASON, plan: PLAN },
      ...{ amount: { amount: '60000.00', currency: 'CNY' }, ...changes },
    });
  const tried = (what: string, code: string, changes: object) =>
    year.refused('经办人', what, code, propose(changes));
  const much = { amount: { amount: '9000000.00', currency: 'CNY' } };
  const budgetLines = [{ code: 'staff', amount: '9050000.00' }];
  await tried('委托金额与预算不符', 'AWARDS.BUDGET_MISMATCH', much);
  await tried('委托超过本轮余额', 'AWARDS.ABOVE_BUDGET', {
    ...much,
    plan: { ...PLAN, budgetLines },
  });
  const lines = [{ code: 'banquets', amount: '110000.00' }];
  await tried('委托预算用没有的科目', 'AWARDS.LINE_UNKNOWN', {
    plan: { ...PLAN, budgetLines: lines },
  });
  const { status, body, text } = await propose();
  if (status >= 400) throw new Error(text);
  await approver.ok.post(`/v1/awards/${body.id}/approval`, undefined, { ifMatch: body.version });
  year.note('定向委托一项，单独公示', 'One directed commission, with a notice of its own');
}
