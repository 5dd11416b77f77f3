import { both, html, named, type Markup, type Names } from './html';
import { sumOf, yuan } from './money';
import { rankingChart, type Ranked } from './ranking-chart';
import { table } from './table';
import type { ToldRound } from './told-round';

const OUTCOMES: Names = {
  funded: ['立项', 'Funded'],
  reserve: ['备选', 'Reserve'],
  notFunded: ['未立项', 'Not funded'],
  contracted: ['立项', 'Funded'],
  revoked: ['立项后撤销', 'Revoked'],
  declined: ['放弃立项', 'Declined'],
  notConfirmed: ['备选，未递补', 'Reserve, did not come up'],
  disqualified: ['资格审查未通过', 'Not qualified'],
  unopenable: ['无法读取', 'Could not be read'],
};

/** Who bid, what the panels thought, and where the line was drawn. */
export function rankingSection(round: ToldRound): Markup {
  const { ruleSet } = round.rules;
  const quotas = ruleSet.categories.some(({ quota }: any) => quota !== undefined);
  const groups = quotas
    ? ruleSet.categories.map(({ code, name, quota }: any) => ({
        title: both(`${name.zh}（名额${quota}）`, `${name.en}, ${quota} places`),
        label: name.zh,
        bids: round.bids.filter((bid) => bid.category === code),
      }))
    : [{ title: both('全部申报', 'All bids'), label: '全部申报', bids: round.bids }];
  const failed = round.bids.filter(({ state }) => ['disqualified', 'unopenable'].includes(state));
  return html`<section>
    <h2 id="ranking">${both('排名与立项', 'Ranking and awards')}</h2>
    <p>
      <i class="key funded"></i>立项 funded<i class="key reserve"></i>合格未立项 passed<i
        class="key other"
      ></i
      >未达合格线 below the pass mark
    </p>
    ${groups.map(({ title, label, bids }: any) => groupOf(round, title, label, bids))}
    ${failed.length === 0 ? '' : disqualified(failed)}
  </section>`;
}

function groupOf(round: ToldRound, title: Markup, label: string, bids: readonly any[]): Markup {
  const ranked = placesOf(round, bids);
  const passMark = Number(round.rules.ruleSet.scoring.passMark ?? 0);
  const bars: Ranked[] = ranked.map(({ bid, place }) => ({
    mean: Number(place.mean),
    outcome: bid.state === 'funded' ? 'funded' : place.passed ? 'reserve' : 'other',
  }));
  return html`<h3>${title}</h3>
    <figure>${rankingChart(`${label}排名`, bars, passMark)}</figure>
    <details>
      <summary>
        ${both(`${label}：${ranked.length}份申报的得分与结果`, 'Scores and results')}
      </summary>
      ${table(
        both('得分与结果', 'Scores and results'),
        [
          { zh: '名次', en: 'Rank', isShort: true },
          { zh: '机构与项目', en: 'Organization and project' },
          { zh: '得分', en: 'Mean', isNumber: true },
          { zh: '申请（元）', en: 'Asked for', isNumber: true },
          { zh: '结果', en: 'Result' },
        ],
        ranked.map(({ bid, place }) => [
          place.rank ?? '—',
          html`${bid.organization}<br />${bid.title}`,
          place.mean,
          bid.requested === null ? '—' : yuan(sumOf([bid.requested])),
          named(OUTCOMES, outcomeOf(round, bid)),
        ]),
      )}
    </details>`;
}

/** What became of a bid: of its award, where it has one. */
function outcomeOf({ awards }: ToldRound, { bidId, state }: any): string {
  return (awards.find((award) => award.bidId === bidId)?.state ?? state) as string;
}

/** Those of some bids that were ranked, best first. */
function placesOf({ ranking }: ToldRound, bids: readonly any[]) {
  const places = new Map<string, any>(ranking.map((place) => [place.bidId, place]));
  return bids
    .filter(({ bidId }) => places.has(bidId))
    .map((bid) => ({ bid, place: places.get(bid.bidId) }))
    .sort((a, b) => Number(b.place.mean) - Number(a.place.mean) || rankOf(a) - rankOf(b));
}

function rankOf({ place }: { place: any }): number {
  return (place.rank ?? Number.MAX_SAFE_INTEGER) as number;
}

function disqualified(bids: readonly any[]): Markup {
  return table(
    both(`资格审查未通过的${bids.length}份`, `The ${bids.length} bids that did not qualify`),
    [
      { zh: '机构', en: 'Organization' },
      { zh: '项目', en: 'Project' },
      { zh: '未通过的条件与理由', en: 'Condition, and why' },
    ],
    bids.map(({ organization, title, checks }) => [
      organization,
      title ?? '—',
      checks
        .filter(({ verdict }: any) => verdict === 'fail')
        .map(({ code, reason }: any) => html`<code>${code}</code> ${reasonOf(code, reason)}<br />`),
    ]),
  );
}

/** What a condition that failed by rule means; one that somebody judged has a reason of its own. */
const CONDITIONS: Names = {
  'credit-code-valid': ['统一社会信用代码无效', 'the credit code is wrong'],
  'registered-for': ['登记时间不满规则要求', 'not registered for long enough'],
  'not-sanctioned': ['在惩戒期内', 'under a sanction'],
  'bids-per-organization': ['超过每家机构的申报数', 'more bids than an organization may make'],
  'form-complete': ['申报书缺少必填内容', 'the form is not complete'],
  'amount-within-rule': ['申请金额超出规则的上限', 'more was asked for than the rules give'],
};

function reasonOf(code: string, reason: string | null): Markup | string {
  return reason ?? named(CONDITIONS, code);
}
