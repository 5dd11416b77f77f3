import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A document of rules as it was written, before it is checked. */
export type Written = Readonly<Record<string, unknown>>;

/** A piece of rules in the guide. */
export interface GuidePiece {
  /** The parts that the line above it names. */
  readonly named: readonly string[];
  /** The real round that it is taken from; null where it names none. */
  readonly from: string | null;
  /** The code with which the check refuses it; null of one that is sound. */
  readonly refused: string | null;
  readonly text: string;
  readonly parts: Written;
}

const ROOT = join(__dirname, '..');
const BLOCK = /^```yaml\n# (.+)\n([\s\S]+?)^```$/gm;
const REFUSED = /^退回 refused (RULES\.[A-Z_]+)$/;

/** The text of a guide. */
export function guideText(name: string): string {
  return readFileSync(join(ROOT, 'docs', name), 'utf8');
}

/** How many blocks of YAML a guide has, whether or not they are written as pieces. */
export function blocksIn(guide: string): number {
  return guide.split('\n').filter((line) => line === '```yaml').length;
}

/** The pieces of rules in a guide, each a block of YAML whose first line says which parts it has, and whence or why refused. */
export function piecesIn(guide: string): GuidePiece[] {
  return [...guide.matchAll(BLOCK)].map(([, head = '', text = '']) => {
    const [names = '', more = null] = head.split(' · ');
    const refused = more === null ? null : (REFUSED.exec(more)?.[1] ?? null);
    return {
      ...{ named: names.split(', '), text, refused },
      from: refused === null ? more : null,
      parts: parse(text) as Written,
    };
  });
}

/** An example, as it was written. */
export function exampleOf(name: string): Written {
  return parse(readFileSync(join(ROOT, 'examples', `${name}.yaml`), 'utf8')) as Written;
}

/** A document with some parts in the place of its own. What is no list and no variant is a part of the part, and added to it. */
export function withParts(document: Written, parts: Written): Written {
  const put = Object.entries(parts).map(([name, part]) => {
    const before = document[name];
    const isAdded = isRecord(part) && isRecord(before) && !('variant' in part);
    return [name, isAdded ? { ...before, ...part } : part] as const;
  });
  return { ...document, ...Object.fromEntries(put) };
}

/** Whether all that one value says is said by another: of a list the items, of anything else its members. */
export function isSaidIn(said: unknown, whole: unknown): boolean {
  if (Array.isArray(said)) {
    return (
      Array.isArray(whole) && said.every((item) => whole.some((other) => isSaidIn(item, other)))
    );
  }
  if (!isRecord(said)) return said === whole;
  return isRecord(whole) && Object.entries(said).every(([name, one]) => isSaidIn(one, whole[name]));
}

function isRecord(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
