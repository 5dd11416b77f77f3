import { roleWords } from '../../src/rules/role-words';
import { effectOf, saysAnswer, type GivenAnswer } from '../simulation/given-answer';
import type { QualifiedBid } from '../simulation/qualify-bids';
import type { SimulatedRound } from '../simulation/simulated-round';
import { checkName } from './check-names';
import { bidNo, firstOf, heading, named, table, type Column } from './lines';

const COLUMNS: readonly Column[] = [
  { title: '审查项 check', width: 72 },
  { title: '由 by', width: 12 },
  { title: '不通过 failed', width: 13, isFigure: true },
];
const MOST_OUT = 40;

/** Who is out at the qualification check, and by which check. */
export function qualificationLines({ rules, qualification, answers }: SimulatedRound): string[] {
  const opened = qualification.all.filter(({ isOpened }) => isOpened);
  const out = opened.filter(({ isQualified }) => !isQualified);
  const rows = rules.qualification.map((check) => {
    const found = opened.flatMap(({ checks }) => checks.filter((one) => one.check === check));
    const by = found.some(({ isJudged }) => isJudged) ? '人 person' : '规则 rule';
    const failed = found.filter(({ isPassed }) => !isPassed).length;
    return [named(checkName(check)), by, String(failed)];
  });
  return [
    ...heading('三、资格审查', '3 Qualification check'),
    `  开启 opened ${opened.length} · 通过 qualified ${opened.length - out.length} · 不通过 out ${out.length}`,
    ...table(COLUMNS, rows),
    ...firstOf(
      out.flatMap((one) => outLines(one, answers)),
      MOST_OUT,
    ),
  ];
}

/** A bid that is out, with the first thing that put it out. */
function outLines({ bid, checks }: QualifiedBid, answers: readonly GivenAnswer[]): string[] {
  const head = `  ${bidNo(bid.no)} ${named(bid.organization.name)}`;
  const failed = checks.find(({ isPassed }) => !isPassed);
  if (failed !== undefined) {
    const { zh, en } = failed.outcome.explanation.words;
    const no = failed.isJudged ? { zh: '（答：否）', en: ' (answer: no)' } : { zh: '', en: '' };
    return [`${head}：${zh}${no.zh}`, `       ${en}${no.en}`];
  }
  const against = answers.find(
    (answer) => answer.thing === bid.bidId && effectOf(answer) === 'excludes',
  );
  if (against === undefined) return [head];
  const { question } = against;
  const who = roleWords[question.by];
  const said = saysAnswer(against);
  return [
    `${head}：${question.question.zh} ${who.zh}：${said.zh}`,
    `       ${question.question.en} ${who.en}: ${said.en}`,
  ];
}
