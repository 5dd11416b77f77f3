import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulate, type WantedSimulation } from './simulate';

const folder = mkdtempSync(join(tmpdir(), 'rounds-'));
afterAll(() => rmSync(folder, { recursive: true }));

const example = (name: string) => join(__dirname, `../examples/rounds/${name}.yaml`);

/** What it prints, and whether it says that all is well. */
function told(wanted: Partial<WantedSimulation>) {
  const lines: string[] = [];
  const isWell = simulate(
    {
      ...{ file: example('cn-luohu-2023'), bids: 20, seed: 2, explain: undefined, json: undefined },
      ...wanted,
    },
    (line) => lines.push(line),
  );
  return { isWell, text: lines.join('\n') };
}

describe('simulate', () => {
  it('prints the whole round, ending with the sums', () => {
    const { isWell, text } = told({});
    expect(isWell).toBe(true);
    expect(text).toContain('Days of the call and of the notice');
    expect(text).toContain('分毫不差 to the fen');
  });

  it('says of one bid why it came so, in both languages', () => {
    const { isWell, text } = told({ explain: 1 });
    expect(isWell).toBe(true);
    expect(text).toContain('申报#001的说明');
    expect(text).toContain('Why, for bid #001');
  });

  it('writes the round as data, the same for the same seed', () => {
    const files = ['a.json', 'b.json'].map((name) => join(folder, name));
    for (const json of files) told({ json });
    const [first, second] = files.map((path) => readFileSync(path, 'utf8'));
    expect(first).toBe(second);
    expect(JSON.parse(first!)).toMatchObject({
      ...{ schema: 'yichuang/round-simulation/1', rules: 'cn-luohu-2023', bids: { length: 20 } },
    });
  });

  it('is none of a bid that did not come in', () => {
    expect(told({ explain: 21 })).toEqual({
      isWell: false,
      text: '没有21号申报。 There is no bid 21.',
    });
  });

  it('is none of a fragment, which is no round', () => {
    const { isWell, text } = told({ file: example('xx-pabulib-rounds') });
    expect(isWell).toBe(false);
    expect(text).toContain('是规则片段');
  });
});
