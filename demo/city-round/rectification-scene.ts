import { asItStands } from '../as-it-stands';
import { accepted } from './accepted';
import type { Going } from './going';
import { bidderOf } from './payments-scene';

/** A visit finds sign-in sheets missing: an order to put it right, an answer that does not do, and one that does. */
export async function playRectification(
  { cast, bidders, year }: Going,
  project: any,
  visitId: string,
): Promise<void> {
  const { organizer } = cast;
  const { actor } = bidderOf(bidders, project.partyId);
  const path = `/v1/projects/${project.id}/rectifications`;
  const findings = '七月三次活动没有签到表，照片与日期不符，请补正。';
  const order = (cause: object) => organizer.post(path, { cause, findings });
  const wrong = order({ kind: 'visit', id: project.id });
  await year.refused('经办人', '无凭据下达整改', 'MONITORING.CAUSE_UNKNOWN', wrong);
  const { id } = await accepted(order({ kind: 'visit', id: visitId }));
  const ordered = `/v1/rectifications/${id}`;
  const act = (by: typeof actor, name: string, body: object) =>
    asItStands(organizer, ordered, ({ version }) =>
      by.post(`${ordered}/${name}`, body, { ifMatch: version }),
    );
  const hasty = act(organizer, 'acceptance', { judgement: '先通过再说。' });
  await year.refused('经办人', '未收到答复就认可整改', 'STATE.OUT_OF_ORDER', hasty);
  await accepted(act(actor, 'answers', { text: '签到表已找到，照片重新上传。' }));
  await accepted(act(organizer, 'refusal', { judgement: '补来的照片仍是五月的，请重新核对。' }));
  await accepted(act(actor, 'answers', { text: '已逐场核对，补齐三场照片和家长签名说明。' }));
  await accepted(act(organizer, 'acceptance', { judgement: '现场复核无误。' }));
  year.note(
    '一项整改：第一次答复未通过，第二次通过',
    'One rectification: the second answer is accepted',
  );
}
