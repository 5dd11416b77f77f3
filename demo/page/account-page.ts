import { objectionsSection, refusalsSection, truthSection } from './answers-section';
import { both, html, Markup } from './html';
import { moneySection } from './money-section';
import { needsSection } from './needs-section';
import { overview } from './overview';
import { paymentsSection } from './payments-section';
import { rankingSection } from './ranking-section';
import { STYLE } from './style';
import { timelineSection } from './timeline-section';
import type { ToldRound } from './told-round';

const PARTS: readonly (readonly [string, string, string])[] = [
  ['money', '资金', 'Money'],
  ['timeline', '时间线', 'Timeline'],
  ['needs', '需求', 'Needs'],
  ['ranking', '排名', 'Ranking'],
  ['objections', '异议', 'Objections'],
  ['payments', '付款', 'Payments'],
  ['refusals', '拒绝', 'Refusals'],
  ['truth', '真实与虚构', 'Real and invented'],
];

/** An account as one page that stands by itself: no script, nothing from any other host. */
export function accountPage(round: ToldRound): string {
  const { title } = round.rules.ruleSet;
  const parts = PARTS.filter(([id]) => id !== 'refusals' || round.refusals !== undefined);
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title.zh}</title>
        <style>
          ${new Markup(STYLE)}
        </style>
      </head>
      <body>
        ${overview(round)}
        <main>
          <nav aria-label="目录 contents">
            <ul>
              ${parts.map(([id, zh, en]) => html`<li><a href="#${id}">${both(zh, en)}</a></li> `)}
            </ul>
          </nav>
          ${moneySection(round)} ${timelineSection(round)} ${needsSection(round)}
          ${rankingSection(round)} ${objectionsSection(round)} ${paymentsSection(round)}
          ${refusalsSection(round)} ${truthSection(round)}
        </main>
        <footer>
          益创 Yichuang ·
          ${both('本页由演示账目生成，金额以元计。', 'Made from the account of a demonstration; amounts are in yuan.')}
        </footer>
      </body>
    </html>`.text;
}
