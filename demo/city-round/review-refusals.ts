import type { Member } from './panel-members';
import type { Year } from './year';

/** What an expert hands in on a bid. */
export interface Sheet {
  readonly scores: Readonly<Record<string, string>>;
  readonly comment: string;
}

/** What an expert tries with a sheet; the first of theirs is then in. */
export async function tryScoringWrongly(
  { actor, seat }: Member,
  sheetOf: (title: string) => Sheet,
  year: Year,
): Promise<void> {
  const path = `/v1/panel-seats/${seat.seatId}`;
  const [bid] = await actor.ok.all(`${path}/bids`);
  const sheet = sheetOf(bid.title as string);
  const full = sheet.scores;
  const lock = (changes: object) =>
    actor.post(`${path}/sheets`, { bidId: bid.bidId, ...sheet, ...changes });
  const tried = (what: string, code: string, changes: object) =>
    year.refused('专家', what, code, lock(changes));
  await tried('打出超过满分的分数', 'SCORES.ABOVE_MOST', { scores: { ...full, need: '25' } });
  await tried('打半分', 'SCORES.NOT_A_SCORE', { scores: { ...full, need: '15.5' } });
  await tried('漏打一项', 'SCORES.MISSING', { scores: { need: '15' } });
  await tried('给没有的评分项打分', 'SCORES.UNKNOWN', { scores: { ...full, looks: '9' } });
  await tried('评一份不在本组的申报', 'REVIEWS.BID_UNKNOWN', { bidId: seat.seatId });
  const { status, text } = await lock({});
  if (status >= 400) throw new Error(text);
  await tried('改已交的评分表', 'REVIEWS.ALREADY_SCORED', {});
}

/** What the first member tries with the report, and then signs it. */
export async function trySigningWrongly(
  { actor, panelId }: Member,
  { version }: any,
  year: Year,
): Promise<void> {
  const sign = (body: object, ifMatch = version as number) =>
    actor.post(`/v1/panels/${panelId}/signature`, body, { ifMatch });
  const silent = sign({ agrees: false });
  await year.refused('专家', '不同意而不写理由', 'REVIEWS.DISSENT_REQUIRED', silent);
  const both = sign({ agrees: true, dissent: '其实不同意。' });
  await year.refused('专家', '同意又写不同意见', 'REVIEWS.DISSENT_UNCLEAR', both);
  const { status, text } = await sign({ agrees: true });
  if (status >= 400) throw new Error(text);
  const report = await actor.ok.get(`/v1/panels/${panelId}/report`);
  const again = sign({ agrees: true }, report.version);
  await year.refused('专家', '签两次名', 'REVIEWS.ALREADY_SIGNED', again);
}
