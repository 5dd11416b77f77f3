import { waitFor } from '../clock';
import { together } from '../together';
import type { Cast } from './cast';
import type { Part } from './parts';
import { bidderOf } from './payments-scene';
import type { Going } from './going';

type Code = 'midterm' | 'final';

const FINISHED = ['graded', 'dropped'];
/** When the evaluations are over. */
const OVER_AT: Readonly<Record<Code, string>> = {
  midterm: '2020-10-09T10:00:00+08:00',
  final: '2021-02-01T10:00:00+08:00',
};
/** How many residents answer a survey. */
const ANSWERS = 6;

/** Evaluators score, residents answer; who hands in nothing is graded as the rules say. */
export async function playEvaluations(
  going: Going,
  parts: ReadonlyMap<string, Part>,
  code: Code,
): Promise<void> {
  const { cast, roundId, year } = going;
  const list = `/v1/evaluations?roundId=${roundId}`;
  const open = (await cast.organizer.ok.all(list)).filter(
    (evaluation) => evaluation.code === code && evaluation.state === 'awaiting',
  );
  const heard = open.filter(
    ({ projectId }) => parts.get(projectId) !== 'silent' || code === 'final',
  );
  await tryEvaluatingWrongly(going, heard[0], code);
  await together(heard, (evaluation, n) =>
    evaluate(going, evaluation, code, parts.get(evaluation.projectId) ?? 'steady', n),
  );
  await year.goTo(OVER_AT[code]);
  const graded = await waitFor(`the ${code} evaluations`, async () => {
    const items = (await cast.organizer.ok.all(list)).filter((one) => one.code === code);
    // Of a project that was stopped nothing more is evaluated.
    return items.every(({ state }) => FINISHED.includes(state)) ? items : null;
  });
  const name = code === 'midterm' ? '中期' : '末期';
  const failed = graded.filter(({ grade }) => grade === 'fail').length;
  year.note(
    `${name}评估完成，不合格${failed}项`,
    `The ${code} evaluations are done: ${failed} failed`,
  );
}

async function tryEvaluatingWrongly({ cast, year }: Going, { id }: any, code: Code) {
  if (code !== 'midterm') return;
  const path = `/v1/evaluations/${id}`;
  const { version } = await cast.organizer.ok.get(path);
  const assign = cast.organizer.post(
    `${path}/assignment`,
    { personId: cast.maker.personId },
    { ifMatch: version },
  );
  await year.refused('经办人', '指派会计担任评估人员', 'EVALUATIONS.NOT_AN_EVALUATOR', assign);
  const resident = [...cast.residents.values()][0]![0]!;
  const answer = resident.post(`${path}/answers`, { satisfaction: 5 });
  await year.refused('居民', '填写不做满意度调查的评估', 'EVALUATIONS.NO_SURVEY', answer);
}

async function evaluate(
  going: Going,
  { id, partyId, title }: any,
  code: Code,
  part: Part,
  n: number,
): Promise<void> {
  const { cast, bidders, chance } = going;
  const evaluator = cast.evaluators[n % cast.evaluators.length]!;
  const path = `/v1/evaluations/${id}`;
  const read = () => cast.organizer.ok.get(path);
  await cast.organizer.ok.post(
    `${path}/assignment`,
    { personId: evaluator.personId },
    { ifMatch: (await read()).version },
  );
  const { version, indicators, survey } = await read();
  const own = chance.of('evaluation', code, title);
  const selfReport = {
    text: `“${title}”自评：服务按合同推进，完成率约${own.whole(88, 104)}%，不足之处已在报告中说明。`,
  };
  const { actor } = bidderOf(bidders, partyId);
  await actor.ok.post(`${path}/self-report`, selfReport, { ifMatch: version });
  const level = levelOf(part, code, own.of('level').whole(82, 97));
  const scores = Object.fromEntries(
    indicators.map((indicator: any) => [
      indicator.code,
      Math.min(100, level + own.of(indicator.code).whole(-2, 2)).toFixed(2),
    ]),
  );
  const sheet = {
    scores,
    comment: level >= 80 ? '完成合同约定，资料齐全。' : '与合同约定有差距，见各项得分。',
  };
  if (survey !== null) await answerAll(going, path, title, level, n);
  await evaluator.ok.post(`${path}/sheet`, sheet, { ifMatch: (await read()).version });
}

/** How well a project does, of 100. */
function levelOf(part: Part, code: Code, usual: number): number {
  if (part === 'weak-midterm' && code === 'midterm') return 52;
  if (part === 'poor' && code === 'final') return 51;
  if (part === 'fair') return 68;
  return usual;
}

async function answerAll(
  going: Going,
  path: string,
  title: string,
  level: number,
  n: number,
): Promise<void> {
  const { cast, chance, year } = going;
  const residents = everyResident(cast);
  for (let i = 0; i < ANSWERS; i += 1) {
    const resident = residents[(n * ANSWERS + i) % residents.length]!;
    const own = chance.of('answer', title, String(i));
    const answer = {
      satisfaction: level >= 80 ? own.whole(4, 5) : own.whole(2, 4),
      comment: own.oneOf(level >= 80 ? PLEASED : MIXED),
    };
    await resident.ok.post(`${path}/answers`, answer);
    if (n === 0 && i === 0) {
      const again = resident.post(`${path}/answers`, answer);
      await year.refused('居民', '同一问卷填两次', 'EVALUATIONS.ANSWERED_ALREADY', again);
    }
  }
}

function everyResident({ residents }: Cast) {
  return [...residents.values()].flat();
}

const PLEASED = [
  '服务方便，态度好。',
  '比去年按时多了，老人家盼着他们来。',
  '会回电话，说到做到。',
  '希望明年继续。',
  '社工记得我家的情况。',
] as const;
const MIXED = [
  '来过几次，后来就少了。',
  '时间不太合适，都在上班。',
  '人是好的，就是老换人。',
  '东西发了，没有跟进。',
] as const;
