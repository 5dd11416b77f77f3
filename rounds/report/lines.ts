import { pad, padLeft, widthOf } from '../../demo/layout';
import { printInstant, type Instant } from '../../src/kernel/instant';
import type { BilingualText } from '../../src/rules';

const WIDTH = 100;

/** A heading across the page. */
export function heading(zh: string, en: string): string[] {
  const text = `── ${zh} ${en} `;
  return ['', `${text}${'─'.repeat(Math.max(0, WIDTH - widthOf(text)))}`];
}

/** One text in both languages, the one that binds first. */
export function both({ zh, en }: BilingualText, indent = 2): string[] {
  return [zh, en].map((text) => `${' '.repeat(indent)}${text}`);
}

/** A column of a table: how wide it is, and whether figures stand in it. */
export interface Column {
  readonly title: string;
  readonly width: number;
  readonly isFigure?: true;
}

/** A table with its head, indented by two. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  return [columns.map(({ title }) => title), ...rows].map((cells) => rowOf(columns, cells));
}

/** One row of a table. What is too wide for its column is cut, but for the last one. */
export function rowOf(columns: readonly Column[], cells: readonly string[]): string {
  const padded = columns.map(({ width, isFigure }, index) => {
    const cell = cells[index] ?? '';
    if (isFigure === true) return padLeft(cell, width);
    return index === columns.length - 1 ? cell : pad(cut(cell, width), width);
  });
  return `  ${padded.join('  ')}`.trimEnd();
}

/** A text cut to a width, with a sign where it was. */
function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The first of many lines, and how many more there are. */
export function firstOf(lines: readonly string[], most: number): string[] {
  const more = lines.length - most;
  if (more <= 0) return [...lines];
  return [...lines.slice(0, most), `  …… 另有${more}行，见 --json ${more} more, see --json`];
}

/** A name in both languages on one line. */
export function named({ zh, en }: BilingualText): string {
  return `${zh} ${en}`;
}

/** A moment in Beijing, to the minute. */
export function minuteOf(instant: Instant): string {
  return printInstant(instant).slice(0, 16).replace('T', ' ');
}

/** The number of a bid as it is called on paper. */
export function bidNo(no: number): string {
  return `#${String(no).padStart(3, '0')}`;
}
