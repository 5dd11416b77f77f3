/**
 * What no text holds: control characters, the invisible ones that turn the direction of what follows or hide in a word, the
 * separators of lines and paragraphs that only some readers know, and code points that are no characters. The joiners stay:
 * emoji and some scripts are written with them.
 */
const UNSOUND =
  /[\p{Cc}\u2028\u2029\p{Noncharacter_Code_Point}]|(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])\p{Cf}/u;

/**
 * The length of a text in code points: what Postgres' `length()` and JSON Schema's `maxLength` count. UTF-16 units count 𠮷
 * twice, and validators that leave out what they hold for invisible let through what a CHECK refuses.
 */
export function lengthOf(text: string): number {
  if (!HIGH.test(text)) return text.length;
  let length = text.length;
  for (let i = 0; i < text.length - 1; i += 1) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) length -= 1;
  }
  return length;
}

const HIGH = /[\ud800-\udbff]/;
const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

/** Whether a text is well formed and holds only what people read; line breaks and tabs where `lines` allows them. */
export function isSoundText(text: string, lines: boolean): boolean {
  return text.isWellFormed() && !UNSOUND.test(lines ? text.replace(/[\t\n\r]/g, '') : text);
}
