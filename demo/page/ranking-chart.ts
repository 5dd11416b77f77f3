import { html, type Markup } from './html';

/** A bid in a ranking, best first. */
export interface Ranked {
  readonly mean: number;
  readonly outcome: 'funded' | 'reserve' | 'other';
}

const WIDTH = 960;
const HEIGHT = 260;
const LEFT = 52;
const BOTTOM = 34;
const LEAST = 40;

/**
 * Bars of points, best first; what is funded is dark, what is held in reserve striped, the rest pale. An upright line stands
 * where the money or the places end, a level one at the pass mark.
 */
export function rankingChart(title: string, ranked: readonly Ranked[], passMark: number): Markup {
  const step = Math.min(44, (WIDTH - LEFT - 10) / Math.max(1, ranked.length));
  const y = (points: number) =>
    HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - 18) * Math.max(0, points - LEAST)) / (100 - LEAST);
  const lastFunded = ranked.findLastIndex(({ outcome }) => outcome === 'funded');
  const lineX = (LEFT + step * (lastFunded + 1)).toFixed(1);
  return html`<svg class="chart" role="img" aria-label="${title}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    ${[40, 60, 80, 100].map(
      (points) =>
        html`<line x1="${LEFT}" y1="${y(points)}" x2="${WIDTH}" y2="${y(points)}" class="grid" />
          <text x="${LEFT - 8}" y="${y(points) + 6}" class="small end">${points}</text>`,
    )}
    ${ranked.map(
      ({ mean, outcome }, n) =>
        html`<rect
          x="${(LEFT + n * step + step * 0.1).toFixed(1)}"
          y="${y(mean).toFixed(1)}"
          width="${(step * 0.8).toFixed(1)}"
          height="${(HEIGHT - BOTTOM - y(mean)).toFixed(1)}"
          class="${outcome}"
        /> `,
    )}
    <line x1="${LEFT}" y1="${y(passMark)}" x2="${WIDTH}" y2="${y(passMark)}" class="mark" />
    <text x="${WIDTH - 4}" y="${y(passMark) - 6}" class="small end">
      合格线 pass mark ${passMark}
    </text>
    ${
      lastFunded < 0
        ? ''
        : html`<line x1="${lineX}" y1="6" x2="${lineX}" y2="${HEIGHT - BOTTOM}" class="budget" />
            <text x="${lineX}" y="${HEIGHT - 10}" class="small middle">立项线 budget line</text>`
    }
  </svg>`;
}
