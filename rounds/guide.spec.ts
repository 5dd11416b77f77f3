import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseRuleSet, RulesRefused } from '../src/rules';
import { blocksIn, exampleOf, guideText, isSaidIn, piecesIn, withParts } from './guide.fixture';

const CHINESE = 'set-up-your-round.zh-CN.md';
const ENGLISH = 'set-up-your-round.md';
const guides = [CHINESE, ENGLISH].map((name) => ({ name, text: guideText(name) }));

/** The codes of the faults that a document has. */
function faultsOf(document: unknown): string[] {
  try {
    parseRuleSet(document);
    return [];
  } catch (error) {
    if (!(error instanceof RulesRefused)) throw error;
    return error.faults.map(({ code, pointer }) => `${code} ${pointer ?? ''}`);
  }
}

const grant = exampleOf('regimes/grant');

describe.each(guides)('the pieces of rules in $name', ({ text }) => {
  const pieces = piecesIn(text);
  const sound = pieces.filter(({ refused }) => refused === null);
  const refused = pieces.filter((piece) => piece.refused !== null);

  it('all say on their first line which parts they are', () => {
    expect(pieces).toHaveLength(blocksIn(text));
    for (const { named, parts } of pieces) expect(Object.keys(parts)).toEqual(named);
  });

  it.each(sound)('are taken in the place of the default: $named', ({ parts }) => {
    expect(faultsOf(withParts(grant, parts))).toEqual([]);
  });

  it.each(refused)('are refused where the guide says so: $refused', ({ parts, refused: code }) => {
    const faults = faultsOf(withParts(grant, parts));
    expect(faults.map((fault) => fault.split(' ')[0])).toContain(code);
  });

  it('say what the real round says that they name', () => {
    const quoted = sound.filter(({ from }) => from !== null);
    expect(quoted.length).toBeGreaterThan(10);
    for (const { from, parts } of quoted) {
      const whole = exampleOf(`rounds/${from!}`);
      for (const [name, part] of Object.entries(parts)) {
        expect({ from, name, isSaid: isSaidIn(part, whole[name]) }).toEqual({
          ...{ from, name, isSaid: true },
        });
      }
    }
  });

  it('stand beside names of examples that are there', () => {
    const named = [...text.matchAll(/`((?:cn|es|tw)-[a-z0-9-]+)`/g)].map(([, code = '']) => code);
    const files = [...text.matchAll(/`(examples\/[\w/.-]+)`/g)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(5);
    for (const path of [...files, ...named.map((code) => `examples/rounds/${code}.yaml`)]) {
      expect({ path, isThere: existsSync(join(__dirname, '..', path)) }).toEqual({
        ...{ path, isThere: true },
      });
    }
  });
});

it('the guide has the same pieces in both languages', () => {
  const [chinese, english] = guides.map(({ text }) => piecesIn(text));
  expect(english).toEqual(chinese);
});

describe('what the guide is held against', () => {
  it('finds a part of a part, and no other value', () => {
    const whole = { a: [{ code: 'x', n: 1 }], b: 2 };
    expect(isSaidIn({ a: [{ code: 'x' }] }, whole)).toBe(true);
    expect(isSaidIn({ a: [{ code: 'y' }] }, whole)).toBe(false);
    expect(isSaidIn({ c: 2 }, whole)).toBe(false);
  });
});
