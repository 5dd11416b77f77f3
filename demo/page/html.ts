/** Text that is markup already and is not escaped again. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = Markup | string | number | null | undefined | readonly Value[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup from a template; whatever is put into it is text, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let text = parts[0]!;
  for (const [n, value] of values.entries()) text += textOf(value) + parts[n + 1]!;
  return new Markup(text);
}

function textOf(value: Value): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(textOf).join('');
  return String(value).replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);
}

/** A heading in Chinese with its English beside it. */
export function both(zh: string, en: string): Markup {
  return html`${zh} <span lang="en" class="en">${en}</span>`;
}

/** What a code is called in both languages. */
export type Names = Readonly<Record<string, readonly [string, string]>>;

/** A code by its names, or as it stands where it has none. */
export function named(names: Names, code: string): Markup {
  const [zh, en] = names[code] ?? [code, ''];
  return both(zh, en);
}
