import { together } from '../together';
import type { Cast } from './cast';
import type { Bidder } from './register-scene';
import type { Year } from './year';

/** What bidders ask, and what everybody is told. */
const ASKED = [
  ['志愿者的保险费可以列入哪个预算科目？', '可以列入“志愿者补贴”一项，凭保单报账。'],
  ['自筹资金可以用捐赠物资折价吗？', '可以，须附捐赠协议和估价依据，折价不超过自筹部分的一半。'],
  ['受疫情影响，线上服务是否计入服务人次？', '计入，须有服务记录和回访抽查。'],
  ['同一机构两个项目可以共用一名社工吗？', '可以，两份申报书的工时合计不得超过全职。'],
  ['中期报告的截止日期是哪一天？', '规则写明为9月11日。'],
] as const;

/** Bidders ask while the call is open; who asked is nobody's business, what was answered is everybody's. */
export async function playQuestions(
  { organizer }: Cast,
  roundId: string,
  bidders: readonly Bidder[],
  year: Year,
): Promise<void> {
  await year.goTo('2020-03-13T10:00:00+08:00');
  const ask = ({ actor, partyId }: Bidder, question: string) =>
    actor.ok.post(`/v1/rounds/${roundId}/questions`, { partyId, question });
  const questions = await together(ASKED, ([question], n) => ask(bidders[n]!, question));
  const beside = await ask(bidders[9]!, '评审专家都是谁？');
  const mine = organizer.post(`/v1/rounds/${roundId}/questions`, {
    partyId: bidders[0]!.partyId,
    question: '我替机构问一句：可以吗？',
  });
  await year.refused('经办人', '替机构提问', 'ACCESS.DUTY_MISSING', mine);
  await year.goTo('2020-03-16T15:00:00+08:00');
  const [first] = questions;
  const telling = organizer.post(
    `/v1/questions/${first.id}/answer`,
    { answer: `${bidders[0]!.plan.organization}问得好：可以。` },
    { ifMatch: first.version },
  );
  await year.refused('经办人', '答复中写出是谁提问', 'QUESTIONS.NAMES_ASKER', telling);
  await together(questions, ({ id, version }, n) =>
    organizer.ok.post(`/v1/questions/${id}/answer`, { answer: ASKED[n]![1] }, { ifMatch: version }),
  );
  const reason = '评审专家名单在公示前保密。';
  await organizer.ok.post(
    `/v1/questions/${beside.id}/refusal`,
    { reason },
    { ifMatch: beside.version },
  );
  year.note(
    `公布答疑${questions.length}条，不答复1条`,
    `${questions.length} questions are answered to all, one is not`,
  );
}
