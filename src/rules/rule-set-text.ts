import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  stringify,
  type Document,
  type YAMLMap,
} from 'yaml';
import type { Refusal } from '../kernel/refusal';
import { refuseDocument } from './document.refusals';
import { pointerTo } from './json-pointer';
import { MAX_ALIASES, scanText } from './rule-set-text-scan';
import { parseRuleFragment, parseRuleSet } from './rule-set';
import type { RuleFragment, RuleSet } from './rule-set.types';
import { refuseRules, RulesRefused } from './rules.refusals';

/** What leads to the prototype of every object. */
const UNSAFE: ReadonlySet<string> = new Set(['__proto__', 'constructor']);

/** Plain YAML 1.2, whatever a text says of itself; JSON is a part of it. */
const PLAIN = { version: '1.2', schema: 'core', merge: false } as const;

/**
 * Reads a text in YAML 1.2 or JSON into a document. Bad texts are refused at once: above half a megabyte, deeper than 64 levels,
 * a key twice in one place, aliases that grow, tags and directives.
 * @throws RulesRefused with the place in the text, and in the document where there is one
 */
export function readRulesText(text: string): unknown {
  const refusal = scanText(text);
  if (refusal !== null) throw new RulesRefused([refusal]);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    ...PLAIN,
    lineCounter: lines,
    stringKeys: true,
    // Looked for below, in one pass; the library compares every key with every other.
    uniqueKeys: false,
    prettyErrors: false,
  });
  const unread = unreadable(document, lines);
  const faults = unread.length > 0 ? unread : new Walk(lines).faultsIn(document.contents, '');
  if (faults.length > 0) throw new RulesRefused(faults);
  return valueOf(document);
}

/** @throws RulesRefused as readRulesText and parseRuleSet do */
export function readRuleSetText(text: string): RuleSet {
  return parseRuleSet(readRulesText(text));
}

/** @throws RulesRefused as readRulesText and parseRuleFragment do */
export function readRuleFragmentText(text: string): RuleFragment {
  return parseRuleFragment(readRulesText(text));
}

/** Prints a rule set as YAML, in the order of the document; read again it is the same. */
export function printRuleSetText(rules: RuleSet): string {
  // Lines are not folded, and nothing is said by reference: what is printed reads as it is.
  return stringify(rules, {
    ...PLAIN,
    aliasDuplicateObjects: false,
    blockQuote: false,
    lineWidth: 0,
  });
}

/** What the reader found wrong; what it only wonders at is wrong as well. */
function unreadable({ errors, warnings }: Document.Parsed, lines: LineCounter): Refusal[] {
  return [...errors, ...warnings]
    .slice(0, 1)
    .map(({ code, pos: [start] }) => notReadable(code, start, lines));
}

function notReadable(why: string, at: number, lines: LineCounter): Refusal {
  const { line, col: column } = lines.linePos(at);
  return refuseDocument('RULES.TEXT_NOT_READABLE', { line, column, why });
}

/** Goes through the document in the order of the text, and finds what the reader lets pass: keys and aliases. */
class Walk {
  private readonly anchors = new Set<string>();

  constructor(private readonly lines: LineCounter) {}

  faultsIn(node: unknown, at: string): Refusal[] {
    if (isAlias(node)) {
      if (this.anchors.has(node.source)) return [];
      return [notReadable('BAD_ALIAS', node.range?.[0] ?? 0, this.lines)];
    }
    if (isNode(node) && node.anchor !== undefined) this.anchors.add(node.anchor);
    if (isSeq(node)) {
      return node.items.flatMap((item, index) => this.faultsIn(item, at + pointerTo(index)));
    }
    return isMap(node) ? this.inMap(node, at) : [];
  }

  private inMap({ items }: YAMLMap, at: string): Refusal[] {
    const seen = new Set<string>();
    return items.flatMap(({ key, value }) => {
      const name = String(isScalar(key) ? key.value : key);
      const here = at + pointerTo(name);
      const start = isNode(key) ? (key.range?.[0] ?? 0) : 0;
      const faults = this.inKey(name, here, start, seen);
      seen.add(name);
      return [...faults, ...this.faultsIn(value, here)];
    });
  }

  private inKey(name: string, at: string, start: number, seen: ReadonlySet<string>): Refusal[] {
    if (UNSAFE.has(name)) return [refuseRules('RULES.UNKNOWN_NAME', { name }, at)];
    if (!seen.has(name)) return [];
    const { line } = this.lines.linePos(start);
    return [refuseDocument('RULES.TEXT_KEY_TWICE', { line, name }, at)];
  }
}

function valueOf(document: Document.Parsed): unknown {
  try {
    // The library counts the document itself as well.
    return document.toJS({ maxAliasCount: MAX_ALIASES + 1 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new RulesRefused([refuseDocument('RULES.TEXT_ALIASES', { limit: MAX_ALIASES })]);
  }
}
