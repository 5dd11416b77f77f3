import { gatherAccount, type Account } from '../account';
import type { SentBid } from './bids-scene';
import type { Cast } from './cast';
import { streets } from './places';
import type { Bidder } from './register-scene';
import type { MetRefusal, Year, YearEvent } from './year';

/** What came of the city's year: the account of its round, where things were, what happened and what was refused. */
export interface CityAccount extends Account {
  readonly streets: {
    readonly needs: Readonly<Record<string, string>>;
    readonly bids: Readonly<Record<string, string>>;
  };
  readonly events: readonly YearEvent[];
  readonly refusals: readonly MetRefusal[];
  /** What in this account is real, and what was invented. */
  readonly truth: { readonly real: readonly Said[]; readonly invented: readonly Said[] };
}

interface Said {
  readonly zh: string;
  readonly en: string;
}

/** What the account is gathered from. */
interface Told {
  readonly roundId: string;
  readonly lotId: string;
  readonly panelIds: readonly string[];
  readonly bidders: readonly Bidder[];
  readonly sent: readonly SentBid[];
  readonly year: Year;
}

/** Gathers the account through the public API, and adds what the year itself noted. */
export async function gatherCityAccount(
  cast: Cast,
  { roundId, lotId, panelIds, bidders, sent, year }: Told,
  rules: Account['rules'],
): Promise<CityAccount> {
  const named = bidders.map(({ partyId, plan }) => ({
    partyId,
    text: { organization: plan.organization },
  }));
  const account = await gatherAccount(cast, { roundId, lotId, panelIds, bidders: named }, rules);
  return {
    ...account,
    streets: {
      needs: await streetsOfNeeds(cast),
      bids: Object.fromEntries(sent.map(({ bidId, plan }) => [bidId, plan.streetName])),
    },
    events: year.events,
    refusals: year.refusals,
    truth: TRUTH,
  };
}

async function streetsOfNeeds({ city, organizer }: Cast): Promise<Record<string, string>> {
  const names = new Map(
    streets.flatMap(({ name, communities }) =>
      communities.map(({ code }) => [city.unitId(code), name]),
    ),
  );
  const needs = await organizer.ok.all('/v1/needs');
  return Object.fromEntries(needs.map(({ id, unitId }) => [id, names.get(unitId)!]));
}

const TRUTH: CityAccount['truth'] = {
  real: [
    {
      zh: '规则、日程、五个类别和资助上限取自第七届广州市社会组织公益创投；各项出处见规则的 provenance。',
      en: 'Rules, timetable, categories and limits are those of the seventh Guangzhou round; the rule set says where each comes from.',
    },
    {
      zh: '国务院办公厅2020年节假日安排及2020年1月26日延长春节假期的通知。',
      en: 'The State Council’s holiday notices for 2020, with that of 26 January which prolonged the Spring Festival.',
    },
    { zh: '番禺区六个街道的名称。', en: 'The names of six streets of Panyu District.' },
    {
      zh: '申报数量按类别为47、14、12、13、19份，约为该届的三分之一。',
      en: 'The numbers of bids by category, about a third of those of the real round.',
    },
  ],
  invented: [
    {
      zh: '全部人员、机构、社区、需求和申报文本；信用代码校验位正确，但不属于任何机构。',
      en: 'Every person, organization, community, need and bid; credit codes have right check digits and belong to nobody.',
    },
    {
      zh: '评分、等级、异议、金额均由种子生成，与任何真实机构无关。',
      en: 'Scores, grades, objections and amounts come from a seed and concern nobody.',
    },
  ],
};
