import { fillPlaceholders, placeholdersIn } from './placeholders';
import type { Facts, Locale } from './refusal';

/** What a person is told about something to do or something that happened; `{name}` is put in from the facts. */
export interface Wording {
  readonly zh: { readonly title: string; readonly body: string };
  readonly en: { readonly title: string; readonly body: string };
}

const registered = new Map<string, Wording>();

/**
 * Registers the wordings of a module, each as `<module>.<name>`, and gives back their codes.
 * @throws Error when a code is taken, a Chinese text has no Han character, or the languages speak of different facts
 */
export function defineWordings<
  const Module extends string,
  const W extends Record<string, Wording>,
>(module: Module, wordings: W): { readonly [Name in keyof W & string]: `${Module}.${Name}` } {
  const codes: Record<string, string> = {};
  for (const [name, wording] of Object.entries(wordings)) {
    const code = `${module}.${name}`;
    requireSound(code, wording);
    registered.set(code, wording);
    codes[name] = code;
  }
  return codes as never;
}

/** Every wording defined so far, by code: for tests of the texts. */
export function allWordings(): readonly (Wording & { readonly code: string })[] {
  return [...registered].map(([code, wording]) => ({ code, ...wording }));
}

/**
 * Puts a wording into words.
 * @throws Error when the code was never defined
 */
export function word(code: string, facts: Facts, locale: Locale): { title: string; body: string } {
  const wording = registered.get(code);
  if (wording === undefined) throw new Error(`no such wording: ${code}`);
  const { title, body } = wording[locale === 'zh-CN' ? 'zh' : 'en'];
  return { title: fillPlaceholders(title, facts), body: fillPlaceholders(body, facts) };
}

function requireSound(code: string, { zh, en }: Wording): void {
  if (registered.has(code)) throw new Error(`wording ${code} is defined twice`);
  for (const text of [zh.title, zh.body]) {
    if (!/\p{Script=Han}/u.test(text)) throw new Error(`wording ${code}: no Chinese in "${text}"`);
  }
  for (const text of [en.title, en.body]) {
    if (/\p{Script=Han}/u.test(text)) throw new Error(`wording ${code}: Chinese in "${text}"`);
  }
  if (placeholdersIn(zh.title + zh.body) !== placeholdersIn(en.title + en.body)) {
    throw new Error(`wording ${code}: the languages do not speak of the same facts`);
  }
}
