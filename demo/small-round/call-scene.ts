import type { Actor } from '../actor';
import { advanceTo } from '../clock';
import { drawUpRound, waitForCall } from '../draw-up-round';
import { bidders, type BidderText } from './bidders';
import type { Cast } from './people';

/** A bidder once registered. */
export interface Bidder {
  readonly text: BidderText;
  readonly actor: Actor;
  readonly partyId: string;
}

/** What the later scenes need of this one. */
export interface Called {
  readonly roundId: string;
  readonly lotId: string;
  readonly bidders: readonly Bidder[];
  readonly receipts: readonly any[];
}

/** The round is drawn up, approved and announced; organizations register and bid. */
export async function playCall(cast: Cast, ruleSet: any): Promise<Called> {
  const { organizer, approver, administrator, city } = cast;
  await advanceTo(administrator, '2020-02-24T09:30:00+08:00');
  const draft = await drawUpRound({
    ...{ organizer, approver, ruleSet, unitId: city.topId, code: 'gy-2020' },
    programmeName: '2020年公益创投（示范）',
  });
  await advanceTo(administrator, '2020-02-26T15:00:00+08:00');
  const path = `/v1/rounds/${draft.id}/approval`;
  await approver.ok.post(path, undefined, { ifMatch: draft.version });
  await advanceTo(administrator, '2020-03-10T09:00:00+08:00');
  const round = await waitForCall(organizer, draft.id);
  const registered = await register(cast);
  const receipts = await submitAll(cast, round, registered);
  await advanceTo(administrator, '2020-04-13T09:30:00+08:00');
  return { roundId: round.id, lotId: round.lots[0].id, bidders: registered, receipts };
}

/** The organizations that will bid, each with the account that a maker has verified. */
export async function register({ city, maker }: Pick<Cast, 'city' | 'maker'>): Promise<Bidder[]> {
  const registered: Bidder[] = [];
  for (const [n, text] of bidders.entries()) {
    const actor = await city.addPerson(text.representative, `bidder.${text.code}`);
    const party = await actor.ok.post('/v1/parties', {
      kind: text.kind,
      name: text.organization,
      creditCode: text.creditCode,
      registeredOn: text.registeredOn,
    });
    const account = `4402${String(100_000_000_000 + n)}`;
    const payee = {
      name: text.organization,
      account,
      bank: '中国工商银行广州番禺支行',
      bankCode: '102581000013',
    };
    const told = await actor.ok.post(`/v1/parties/${party.id}/payee`, payee, {
      ifMatch: party.version,
    });
    const verification = `/v1/parties/${party.id}/payee-verification`;
    await maker.ok.post(verification, { account }, { ifMatch: told.version });
    registered.push({ text, actor, partyId: party.id as string });
  }
  return registered;
}

async function submitAll(cast: Cast, round: any, registered: readonly Bidder[]): Promise<any[]> {
  const lot = round.lots[0];
  const receipts: any[] = [];
  for (const [n, { text, actor, partyId }] of registered.entries()) {
    const day = 16 + n * 2;
    const moment = day <= 31 ? `2020-03-${day}` : `2020-04-0${day - 31}`;
    await advanceTo(cast.administrator, `${moment}T1${n % 8}:20:00+08:00`);
    const body = { partyId, revision: round.revision, content: encode(text) };
    receipts.push(await actor.ok.post(`/v1/lots/${lot.id}/bids`, body));
  }
  return receipts;
}

/** The application of a bidder, as the form of the rule set asks for it. */
function applicationOf(text: BidderText): object {
  const money = (yuan: number) => `${yuan}.00`;
  return {
    schema: 'yichuang/application/1',
    title: text.title,
    category: text.category,
    sections: {
      summary: text.summary,
      need: `针对${text.title}所面向的服务对象，回应项目指引清单中的需求。`,
      plan: `${text.summary}按月安排活动，逐次签到留痕。`,
      team: `${text.representative}任项目主管，持证社工三名，兼职财务一名。`,
    },
    budgetLines: Object.entries(text.budget).map(([code, yuan]) => ({ code, amount: money(yuan) })),
    ownFunds: money(text.ownFunds),
    activities: [
      { name: '启动与建档', times: 1, heads: 40 },
      { name: '常规服务', times: 24, heads: 45 },
      { name: '总结分享', times: 2, heads: 60 },
    ],
    indicators: [
      { name: '服务人次', target: 1200, unit: '人次' },
      { name: '服务对象满意度', target: 90, unit: '%' },
    ],
  };
}

function encode(text: BidderText): string {
  return Buffer.from(JSON.stringify(applicationOf(text)), 'utf8').toString('base64');
}
