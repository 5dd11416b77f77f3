import { CST, Lexer } from 'yaml';
import type { Refusal } from '../kernel/refusal';
import { MAX_DEPTH, MAX_VALUES } from './document-bounds';
import { refuseDocument } from './document.refusals';

/** Half a megabyte: several times what the largest real rules take. */
const MAX_BYTES = 512 * 1024;

/** Of aliases, which repeat what stands elsewhere. */
export const MAX_ALIASES = 100;

/**
 * The first thing for which a text is refused before anybody reads it as YAML: one pass over its words, which stops there. So a
 * text made to be slow costs no more than a text that is sound.
 */
export function scanText(text: string): Refusal | null {
  // A text is at least as many bytes as it has units, so a large one is not even counted.
  if (text.length > MAX_BYTES || new TextEncoder().encode(text).length > MAX_BYTES) {
    return refuseDocument('RULES.TEXT_TOO_LARGE', { limit: MAX_BYTES });
  }
  const scan = new Scan();
  for (const source of new Lexer().lex(text)) {
    const refusal = scan.take(source);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** What a word of the text is; a plain text has no kind of its own in the lexer. */
type Kind = CST.TokenType | 'plain';

/** Where in the text the pass is, and what it has seen. */
class Scan {
  private line = 1;
  private column = 0;
  private flows = 0;
  private values = 0;
  private aliases = 0;
  private isBelowHeader = false;
  /** The columns at which blocks that are still open began, each further to the right. */
  private readonly blocks: number[] = [];

  take(source: string): Refusal | null {
    const kind = CST.tokenType(source) ?? 'plain';
    const refusal = this.look(kind, source);
    this.move(kind, source);
    return refusal;
  }

  private look(kind: Kind, source: string): Refusal | null {
    switch (kind) {
      case 'tag':
      case 'directive-line':
        return refuseDocument('RULES.TEXT_EXTRAS', { line: this.line, what: source.slice(0, 40) });
      case 'alias':
        this.aliases += 1;
        if (this.aliases <= MAX_ALIASES) return this.value();
        return refuseDocument('RULES.TEXT_ALIASES', { limit: MAX_ALIASES });
      case 'flow-map-start':
      case 'flow-seq-start': {
        const refusal = this.value();
        this.flows += 1;
        return refusal;
      }
      case 'flow-map-end':
      case 'flow-seq-end':
        this.flows -= 1;
        return null;
      case 'block-scalar-header':
        this.isBelowHeader = true;
        return this.value();
      case 'plain':
        return this.plain();
      case 'double-quoted-scalar':
      case 'single-quoted-scalar':
      case 'seq-item-ind':
      case 'explicit-key-ind':
        return this.value();
      default:
        return null;
    }
  }

  /** A plain text, or the lines below a header, which was the value already. */
  private plain(): Refusal | null {
    const isNew = !this.isBelowHeader;
    this.isBelowHeader = false;
    return isNew ? this.value() : null;
  }

  /** A value, or the mark that one is to come: one more, and in a block as deep as its column says. */
  private value(): Refusal | null {
    this.values += 1;
    // Keys count here and do not in the document, where the exact number is looked at.
    if (this.values > 2 * MAX_VALUES) {
      return refuseDocument('RULES.TOO_MANY_VALUES', { limit: MAX_VALUES });
    }
    if (this.flows === 0) {
      while ((this.blocks.at(-1) ?? -1) >= this.column) this.blocks.pop();
      this.blocks.push(this.column);
    }
    // A value behind its key on one line looks a level deeper than it is.
    if (this.blocks.length + this.flows <= MAX_DEPTH + 1) return null;
    return refuseDocument('RULES.TOO_DEEP', { limit: MAX_DEPTH });
  }

  private move(kind: Kind, source: string): void {
    // What the lexer says of its own state takes no room in the text.
    if (kind === 'doc-mode' || kind === 'flow-error-end' || kind === 'scalar') return;
    const lines = source.split('\n');
    this.line += lines.length - 1;
    this.column = lines.length === 1 ? this.column + source.length : lines.at(-1)!.length;
  }
}
