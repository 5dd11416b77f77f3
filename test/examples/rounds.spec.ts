import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { parseRuleFragment, parseRuleSet, RulesRefused, type Provenance } from '../../src/rules';

type Document = Readonly<Record<string, unknown>>;

const examples = join(__dirname, '../../examples');
const FRAGMENT = 'yichuang/rules-fragment/1';

/** Parts that follow the days of their round, and so never equal those of another. */
const DATED = ['timetable', 'evaluations', 'reports'];

const documents = ['regimes', 'rounds'].flatMap((folder) =>
  readdirSync(join(examples, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      name: `${folder}/${name}`,
      document: readDocument(join(examples, folder, name)),
    })),
);

describe.each(documents)('$name', ({ name, document }) => {
  it('is read without a fault', () => {
    expect(faultsOf(document)).toEqual([]);
  });

  it('is called after its file', () => {
    expect(document.code).toBe(basename(name, '.yaml'));
  });

  it('says of every part where it comes from', () => {
    const covered = provenanceOf(document).map(({ path }) => path);
    const parts = Object.keys(document).filter((part) => part !== 'provenance');
    expect(parts.filter((part) => !covered.includes(`/${part}`))).toEqual([]);
  });

  it('has the regime’s own value where it gives the regime’s own reason', () => {
    const regime = readDocument(join(examples, 'regimes', `${String(document.regime)}.yaml`));
    const other = partsLeftToTheRegime(document, regime).filter(
      (part) => JSON.stringify(document[part]) !== JSON.stringify(regime[part]),
    );
    expect(other).toEqual([]);
  });
});

/** The parts of which a document says nothing but what the regime's document says of its own. */
function partsLeftToTheRegime(document: Document, regime: Document): string[] {
  return provenanceOf(document)
    .filter(({ path, source, note }) => {
      const same = provenanceOf(regime).find((one) => one.path === path);
      return source === 'regime-default' && same?.note.zh === note.zh;
    })
    .filter(({ path }) => provenanceOf(document).every((one) => !one.path.startsWith(`${path}/`)))
    .map(({ path }) => path.slice(1))
    .filter((part) => !DATED.includes(part) && part in regime);
}

function readDocument(path: string): Document {
  return parse(readFileSync(path, 'utf8')) as Document;
}

function provenanceOf(document: Document): readonly Provenance[] {
  return document.provenance as readonly Provenance[];
}

/** What is wrong with a rule set or a fragment, each with its place. */
function faultsOf(document: Document): string[] {
  try {
    if (document.schema === FRAGMENT) parseRuleFragment(document);
    else parseRuleSet(document);
    return [];
  } catch (error) {
    if (!(error instanceof RulesRefused)) throw error;
    return error.faults.map(({ pointer, message }) => `${pointer} ${message}`);
  }
}
