import { fillPlaceholders, placeholdersIn } from './placeholders';

/** What a refusal may tell about the case at hand: plain values, never a person's name or the content of a bid. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** The languages refusals speak. */
export type Locale = 'zh-CN' | 'en';

/** What the author of a refusal writes. A fact is put in by its name in braces: `{closesAt}`. */
export interface RefusalDefinition {
  /** The HTTP status, from 400 to 499: a refusal is about what was asked, never about our own failure. */
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  /** What the person refused can do now. */
  readonly whatToDo: { readonly zh: string; readonly en: string };
}

/** A definition together with its full code, such as `BIDS.DEADLINE_PASSED`. */
export interface RegisteredRefusal extends RefusalDefinition {
  readonly code: string;
}

type PlaceholdersIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;

type FactsNamedBy<D extends RefusalDefinition> = PlaceholdersIn<
  D['zh'] | D['en'] | D['whatToDo']['zh'] | D['whatToDo']['en']
>;

type FactsArgument<D extends RefusalDefinition> = [FactsNamedBy<D>] extends [never]
  ? [facts?: Facts, pointer?: string]
  : [facts: Facts & Readonly<Record<FactsNamedBy<D>, Facts[string]>>, pointer?: string];

/** Makes a refusal of one family; the compiler asks for every fact that the texts name. */
export type RefuseIn<Family extends string, D extends Record<string, RefusalDefinition>> = <
  Name extends keyof D & string,
>(
  code: `${Family}.${Name}`,
  ...rest: FactsArgument<D[Name]>
) => Refusal;

const registered = new Map<string, RegisteredRefusal>();

/** Something asked for that the rules do not allow: a code that programs read, and the facts that its texts speak of. */
export class Refusal extends Error {
  /**
   * @param code the registered code, such as `BIDS.DEADLINE_PASSED`
   * @param facts the values that the texts name
   * @param pointer where in the request the fault lies, as a JSON pointer, when it lies in one place
   */
  constructor(
    readonly code: string,
    readonly facts: Facts = {},
    readonly pointer?: string,
  ) {
    super(`${code}: ${tell(code, facts, 'en').text}`);
    this.name = 'Refusal';
  }
}

/**
 * Makes a refusal by its full code; the caller throws it. Modules use the typed one that `defineRefusals` gives them.
 * @throws Error when the code was never defined, which is a fault of the program
 */
export function refuse(code: string, facts: Facts = {}, pointer?: string): Refusal {
  return new Refusal(code, facts, pointer);
}

/**
 * Registers the refusals of a family (a module) and gives back the function that makes them.
 * @throws Error when a code is malformed or defined twice, a status is not 4xx, the Chinese text holds no Chinese or the
 * English text does, or the two languages do not speak of the same facts
 */
export function defineRefusals<
  Family extends string,
  const D extends Record<string, RefusalDefinition>,
>(family: Family, definitions: D): RefuseIn<Family, D> {
  for (const [name, definition] of Object.entries(definitions)) {
    const code = `${family}.${name}`;
    requireSound(code, definition);
    registered.set(code, { code, ...definition });
  }
  return (code, ...[facts, pointer]) => refuse(code, facts, pointer);
}

/** Every refusal defined so far, by code: for answers, documentation and tests. */
export function allRefusals(): readonly RegisteredRefusal[] {
  return [...registered.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * Puts a refusal into words. A fact that is missing leaves its placeholder standing: an answer with a gap is better than none.
 * @throws Error when the code was never defined
 */
export function tell(
  code: string,
  facts: Facts,
  locale: Locale,
): { text: string; whatToDo: string } {
  const definition = registered.get(code);
  if (definition === undefined) throw new Error(`no such refusal: ${code}`);
  const language = locale === 'zh-CN' ? 'zh' : 'en';
  return {
    text: fillPlaceholders(definition[language], facts),
    whatToDo: fillPlaceholders(definition.whatToDo[language], facts),
  };
}

const HAN = /\p{Script=Han}/u;
function requireSound(code: string, { status, zh, en, whatToDo }: RefusalDefinition): void {
  const fault = (what: string) => new Error(`refusal ${code}: ${what}`);
  if (!/^[A-Z][A-Z0-9_]*\.[A-Z][A-Z0-9_]*$/.test(code)) throw fault('code is not FAMILY.NAME');
  if (registered.has(code)) throw fault('defined twice');
  if (!Number.isInteger(status) || status < 400 || status > 499) throw fault('status is not 4xx');
  const chinese = [zh, whatToDo.zh].find((text) => !HAN.test(text));
  if (chinese !== undefined) throw fault(`no Chinese in "${chinese}"`);
  for (const text of [en, whatToDo.en]) {
    if (text.trim() === '') throw fault('an English text is empty');
    if (HAN.test(text)) throw fault(`Chinese in "${text}"`);
  }
  if (
    placeholdersIn(zh) !== placeholdersIn(en) ||
    placeholdersIn(whatToDo.zh) !== placeholdersIn(whatToDo.en)
  ) {
    throw fault('the languages do not speak of the same facts');
  }
}
