import { both, html, named, type Markup, type Names } from './html';
import { sumOf, yuan } from './money';
import { paidOn, type ToldRound } from './told-round';

const GRADES: Names = {
  excellent: ['优秀', 'excellent'],
  good: ['良好', 'good'],
  pass: ['合格', 'pass'],
  fail: ['不合格', 'fail'],
};

const STATES: Names = {
  planned: ['未到期', 'planned'],
  due: ['应付', 'due'],
  claimed: ['已请款', 'claimed'],
  ordered: ['支付中', 'ordered'],
  paid: ['已付', 'paid'],
  void: ['不付', 'not paid'],
};

const EVALUATIONS: Names = {
  midterm: ['中期', 'mid-term'],
  final: ['末期', 'final'],
};

/** Every project with its grades, and every payment with the reason for its amount. */
export function paymentsSection(round: ToldRound): Markup {
  const { awards, tranches } = round;
  const funded = awards.filter(({ awardId }) =>
    tranches.some((tranche) => tranche.awardId === awardId),
  );
  return html`<section>
    <h2 id="payments">${both('每一笔钱为什么付', 'Every payment, and why')}</h2>
    ${grades(round)} ${funded.map((award) => project(round, award))}
  </section>`;
}

function grades({ evaluations }: ToldRound): Markup {
  const codes = [...new Set(evaluations.map(({ code }) => code as string))];
  const lines = codes.map((code) => {
    const graded = evaluations.filter((one) => one.code === code && one.grade !== null);
    const counts = Object.entries(GRADES)
      .map(([grade, [zh]]) => [zh, graded.filter((one) => one.grade === grade).length] as const)
      .filter(([, count]) => count > 0);
    return html`<li>
      ${named(EVALUATIONS, code)}：${counts.map(([zh, count], n) => html`${n === 0 ? '' : '，'}${zh} ${count}`)}
    </li>`;
  });
  return html`<p>${both('评估等级', 'Grades')}</p>
    <ul>
      ${lines}
    </ul>`;
}

function project(round: ToldRound, award: any): Markup {
  const { awardId, organization, title } = award;
  const own = round.tranches.filter((tranche) => tranche.awardId === awardId);
  const grade = round.evaluations
    .filter((evaluation) => evaluation.awardId === awardId && evaluation.grade !== null)
    .map(
      (evaluation) =>
        html` · ${named(EVALUATIONS, evaluation.code)}
        ${evaluation.score === null ? '' : `${evaluation.score}分`}
        ${GRADES[evaluation.grade]?.[0] ?? evaluation.grade}`,
    );
  return html`<article class="project">
    <h3>${title}</h3>
    <p>${organization}${grade} · ${both(`已付${yuan(paidOn(round, awardId))}元`, 'paid')}</p>
    ${own.map((tranche) => trancheOf(tranche))}
  </article>`;
}

function trancheOf({ code, planned, payable, state, paidOn: on, why }: any): Markup {
  const reasons = (why.zh as string[]).map(
    (line, n) => html`<li>${line}<span class="en" lang="en">${why.en[n]}</span></li>`,
  );
  return html`<p>
      <strong><code>${code}</code> ${named(STATES, state)}</strong>
      ${on ?? ''} · 计划 planned ${yuan(sumOf([planned]))} → 应付 payable
      ${payable === null ? '—' : yuan(sumOf([payable]))}
    </p>
    <ul class="why">
      ${reasons}
    </ul>`;
}
