import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { parseRuleFragment, parseRuleSet, RulesRefused, type Provenance } from '../../src/rules';

const examples = join(__dirname, '../../examples');
const FRAGMENT = 'yichuang/rules-fragment/1';

const documents = ['regimes', 'rounds'].flatMap((folder) =>
  readdirSync(join(examples, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      name: `${folder}/${name}`,
      text: readFileSync(join(examples, folder, name), 'utf8'),
    })),
);

describe.each(documents)('$name', ({ name, text }) => {
  const document = parse(text) as Readonly<Record<string, unknown>>;

  it('is read without a fault', () => {
    expect(faultsOf(document)).toEqual([]);
  });

  it('is called after its file', () => {
    expect(document.code).toBe(basename(name, '.yaml'));
  });

  it('says of every part where it comes from', () => {
    const covered = (document.provenance as readonly Provenance[]).map(({ path }) => path);
    const parts = Object.keys(document).filter((part) => part !== 'provenance');
    expect(parts.filter((part) => !covered.includes(`/${part}`))).toEqual([]);
  });
});

/** What is wrong with a rule set or a fragment, each as place, code and text. */
function faultsOf(document: Readonly<Record<string, unknown>>): string[] {
  try {
    if (document.schema === FRAGMENT) parseRuleFragment(document);
    else parseRuleSet(document);
    return [];
  } catch (error) {
    if (!(error instanceof RulesRefused)) throw error;
    return error.faults.map(({ pointer, message }) => `${pointer} ${message}`);
  }
}
