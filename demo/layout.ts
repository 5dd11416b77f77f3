/** Chinese characters take two columns on a terminal. */
export function widthOf(text: string): number {
  return [...text].reduce((width, c) => width + (/[\u1100-\uffe6]/.test(c) ? 2 : 1), 0);
}

/** Fills a text up to a width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** The same from the left, for figures. */
export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}
