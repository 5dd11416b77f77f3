import { drawUpRound, waitForCall } from '../draw-up-round';
import type { Cast } from './cast';
import type { Year } from './year';

/** Legal time at which the call opens and at which it is over. */
const CALL_OPENS_AT = '2020-03-10T09:00:00+08:00';

/** The round is drawn up, approved by another officer and announced. @returns the round once it takes bids */
export async function playCall(cast: Cast, ruleSet: any, year: Year): Promise<any> {
  const { organizer, approver, city } = cast;
  await year.goTo('2020-03-04T10:00:00+08:00');
  const draft = await drawUpRound({
    ...{ organizer, approver, ruleSet, unitId: city.topId, code: 'gy-2020' },
    programmeName: '2020年全市公益创投',
  });
  year.note('起草本轮规则', 'The round is drafted');
  await tryDraftingWrongly(cast, ruleSet, draft, year);
  await year.goTo('2020-03-06T15:00:00+08:00');
  const path = `/v1/rounds/${draft.id}/approval`;
  await approver.ok.post(path, undefined, { ifMatch: draft.version });
  year.note('审批本轮规则', 'The round is approved');
  await year.goTo(CALL_OPENS_AT);
  const round = await waitForCall(organizer, draft.id);
  year.note('发布申报公告，开始接受申报', 'The call is announced and takes bids');
  return round;
}

async function tryDraftingWrongly(
  { organizer, approver }: Cast,
  ruleSet: any,
  draft: any,
  year: Year,
): Promise<void> {
  const { programmeId } = draft;
  const [fund] = await organizer.ok.all('/v1/funds');
  const [{ code }] = ruleSet.funding;
  const create = (changes: object) =>
    organizer.post('/v1/rounds', {
      ...{ programmeId, code: 'gy-2020-b', ruleSet, pots: [{ code, fundId: fund.id }] },
      ...changes,
    });
  const tried = (what: string, refusal: string, changes: object) =>
    year.refused('经办人', what, refusal, create(changes));
  await tried('用已有的代码再建一轮', 'ROUNDS.CODE_TAKEN', { code: 'gy-2020' });
  await tried('资金来源与规则不符', 'ROUNDS.POTS_DIFFER', {
    pots: [{ code: 'x', fundId: fund.id }],
  });
  const tender = { ...ruleSet, regime: 'procurement', minimumBids: { n: 2 } };
  await tried('以政府采购方式办理而两家投标即可', 'RULES.INVALID', { ruleSet: tender });
  const own = organizer.post(`/v1/rounds/${draft.id}/approval`, undefined, {
    ifMatch: draft.version,
  });
  await year.refused('经办人', '审批自己起草的轮次', 'ACCESS.DUTY_MISSING', own);
  const again = organizer.post('/v1/funds', {
    ...{ code: fund.code, name: '福利彩票公益金', source: 'welfare-lottery' },
  });
  await year.refused('经办人', '重复建立同一资金', 'FUNDS.CODE_TAKEN', again);
  const none = approver.post(`/v1/funds/${fund.id}/budgets`, {
    year: 2020,
    amount: { amount: '0.00', currency: 'CNY' },
  });
  await year.refused('审批人', '下达零元预算', 'FUNDS.AMOUNT_ZERO', none);
}
