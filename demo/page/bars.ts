import { html, type Markup } from './html';

/** A row of a bar chart: one bar inside the other, both from nought. */
export interface Bar {
  readonly label: string;
  readonly whole: number;
  readonly part: number;
  readonly told: string;
}

const WIDTH = 960;
const LABEL = 170;
const TOLD = 290;
const ROW = 46;

/** Horizontal bars: a pale one for the whole and a dark one in it for the part. The numbers stand beside each. */
export function barChart(title: string, bars: readonly Bar[]): Markup {
  const most = Math.max(1, ...bars.map(({ whole }) => whole));
  const scale = (value: number) => ((WIDTH - LABEL - TOLD) * value) / most;
  const height = bars.length * ROW + 8;
  return html`<svg class="chart" role="img" aria-label="${title}" viewBox="0 0 ${WIDTH} ${height}">
    ${bars.map(({ label, whole, part, told }, n) => {
      const y = n * ROW + 8;
      return html`<g>
        <text x="${LABEL - 14}" y="${y + 24}" class="label end">${label}</text>
        <rect x="${LABEL}" y="${y}" width="${scale(whole).toFixed(1)}" height="34" class="pale" />
        <rect
          x="${LABEL}"
          y="${y + 6}"
          width="${scale(part).toFixed(1)}"
          height="22"
          class="dark"
        />
        <text x="${(LABEL + scale(whole) + 10).toFixed(1)}" y="${y + 24}" class="label"
          >${told}</text
        >
      </g>`;
    })}
    <line x1="${LABEL}" y1="0" x2="${LABEL}" y2="${height}" class="axis" />
  </svg>`;
}
