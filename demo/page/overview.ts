import { both, html, type Markup } from './html';
import { backToFund, sumOf, wan } from './money';
import { contractedOf, type ToldRound } from './told-round';

/** The title and the year in eight numbers. */
export function overview(round: ToldRound): Markup {
  const { title, timetable } = round.rules.ruleSet;
  return html`<header>
    <h1>${title.zh}</h1>
    <p class="en" lang="en">${title.en}</p>
    <p>
      ${both(
        `从居民的需求到评估兑现：申报${day(timetable.callOpensAt)}起，项目${timetable.projectFrom}至${timetable.projectTo}。`,
        'From what residents need to money released by evaluation.',
      )}
    </p>
    <ul class="tiles">
      ${tilesOf(round).map(
        ([number, zh, en]) => html`<li><strong>${number}</strong>${both(zh, en)}</li>`,
      )}
    </ul>
  </header>`;
}

function tilesOf(round: ToldRound): [string, string, string][] {
  const { needs, bids, ranking, payments, rules, ledger, refusals } = round;
  const paid = payments.filter(({ state }) => state === 'paid');
  const pot = sumOf(rules.ruleSet.funding.map(({ amount }: any) => amount));
  const contracted = contractedOf(round).length;
  const tiles: [string, string, string][] = [
    [`${needs.length}条`, '居民需求', 'needs'],
    [`${bids.length}份`, '有效期内申报', 'bids in time'],
    [`${ranking.length}份`, '通过资格审查并评审', 'qualified and reviewed'],
    [`${contracted}个`, '签约项目', 'projects under contract'],
    [wan(pot), '本轮资金（元）', 'in the pot, yuan'],
    [
      wan(sumOf(paid.map(({ amount }) => amount))),
      `已付（${paid.length}笔）`,
      `paid in ${paid.length} payments`,
    ],
    [wan(backToFund(ledger.transfers)), '退回资金来源', 'back to its fund'],
  ];
  const codes = new Set((refusals ?? []).map(({ code }) => code)).size;
  if (codes > 0) tiles.push([`${codes}种`, '被当场拒绝的操作', 'kinds of acts refused']);
  return tiles;
}

function day(moment: string): string {
  return moment.slice(0, 10);
}
