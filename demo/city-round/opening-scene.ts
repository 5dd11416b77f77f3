import { waitFor } from '../clock';
import { together } from '../together';
import type { SentBid } from './bids-scene';
import type { Cast } from './cast';
import type { Year } from './year';

/** Two officers open; the conditions are checked by rule, and what no rule can judge by an officer, with a reason. */
export async function playOpening(
  cast: Cast,
  lotId: string,
  sent: readonly SentBid[],
  year: Year,
): Promise<void> {
  const { organizer, secondOrganizer } = cast;
  await year.goTo('2020-04-13T09:30:00+08:00');
  const path = `/v1/lots/${lotId}/opening`;
  const opening = await waitFor('the close', async () => {
    const { status, body } = await organizer.post(path);
    return status < 400 ? body : null;
  });
  await year.refused('经办人', '重复提出开标', 'BIDS.OPENING_REQUESTED', organizer.post(path));
  const confirm = (by: Cast['organizer']) =>
    by.post(`${path}/confirmation`, undefined, { ifMatch: opening.version });
  await year.refused('经办人', '自己确认自己提出的开标', 'BIDS.SAME_PERSON', confirm(organizer));
  const { status, text } = await confirm(secondOrganizer);
  if (status >= 400) throw new Error(text);
  year.note(`两人开标，${sent.length}份`, `Two officers open ${sent.length} bids`);
  await judge(cast, lotId, sent, year);
}

async function judge(
  { organizer }: Cast,
  lotId: string,
  sent: readonly SentBid[],
  year: Year,
): Promise<void> {
  const bids = await waitFor('the automatic checks', async () => {
    const items = await organizer.ok.all(`/v1/lots/${lotId}/qualification`);
    return items.length > 0 && items.every(hasBeenChecked) ? items : null;
  });
  const open = bids.filter((bid) => bid.open.length > 0);
  const plans = new Map(sent.map(({ bidId, plan }) => [bidId, plan]));
  const [first] = open;
  const unknown = organizer.post(
    `/v1/bids/${first.id}/checks`,
    { code: 'colour-of-cover', verdict: 'pass', reason: '封面颜色。' },
    { ifMatch: first.version },
  );
  await year.refused('经办人', '审查规则中没有的条件', 'BIDS.CHECK_UNKNOWN', unknown);
  await together(open, async (bid) => {
    let { version } = bid;
    for (const code of bid.open) {
      const charges = plans.get(bid.id)!.flaw === 'charges';
      const judged = {
        code,
        verdict: charges ? 'fail' : 'pass',
        reason: charges
          ? '方案向参加者收取材料费，不符合免费服务的要求。'
          : '项目面向居民免费服务，不含政府自身职责与人员雇用。',
      };
      const path = `/v1/bids/${bid.id}/checks`;
      ({ version } = await organizer.ok.post(path, judged, { ifMatch: version }));
    }
  });
  year.note('资格审查完成', 'The conditions are checked');
}

/** Whether it could be read is known from the opening on; the other checks come with the service's next step. */
function hasBeenChecked({ checks }: any): boolean {
  return checks.some(({ code, verdict }: any) => code !== 'readable' || verdict === 'fail');
}
