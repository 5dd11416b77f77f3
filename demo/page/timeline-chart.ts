import { html, type Markup } from './html';

const WIDTH = 960;
const LANES = 4;
const LANE = 30;
const AXIS = LANES * LANE + 24;
const RADIUS = 13;

/** A line through the year with a numbered mark for each day; what happened then stands in the list beside it. */
export function timelineChart(title: string, days: readonly string[]): Markup {
  const first = Date.parse(days[0]!);
  const span = Math.max(1, Date.parse(days.at(-1)!) - first);
  const x = (day: string) => 24 + ((WIDTH - 48) * (Date.parse(day) - first)) / span;
  const lanes = lanesOf(days.map(x));
  return html`<svg
    class="chart"
    role="img"
    aria-label="${title}"
    viewBox="0 0 ${WIDTH} ${AXIS + 40}"
  >
    <line x1="10" y1="${AXIS}" x2="${WIDTH - 10}" y2="${AXIS}" class="axis" />
    ${monthsBetween(days[0]!, days.at(-1)!).map(({ at, label }) => {
      const place = x(at).toFixed(1);
      return html`<line x1="${place}" y1="${AXIS}" x2="${place}" y2="${AXIS + 8}" class="axis" />
        <text x="${place}" y="${AXIS + 28}" class="small middle">${label}</text>`;
    })}
    ${days.map((day, n) => {
      const place = x(day).toFixed(1);
      const y = AXIS - 20 - lanes[n]! * LANE;
      return html`<line x1="${place}" y1="${y}" x2="${place}" y2="${AXIS}" class="grid" />
        <circle cx="${place}" cy="${y}" r="${RADIUS}" class="dark" />
        <text x="${place}" y="${y + 5}" class="on-dark middle">${n + 1}</text>`;
    })}
  </svg>`;
}

/** Marks that would cover each other stand one above the other. */
function lanesOf(places: readonly number[]): number[] {
  const free: number[] = Array.from({ length: LANES }, () => -Infinity);
  return places.map((place) => {
    const open = free.findIndex((end) => end <= place - RADIUS * 2);
    const lane = open === -1 ? free.indexOf(Math.min(...free)) : open;
    free[lane] = place;
    return lane;
  });
}

function monthsBetween(first: string, last: string): { at: string; label: string }[] {
  const months = [];
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const at = `${year}-${String(month).padStart(2, '0')}-01`;
    if (Date.parse(at) > Date.parse(last)) return months;
    months.push({ at, label: month === 1 ? `${year}年` : `${month}月` });
  }
}
