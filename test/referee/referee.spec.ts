import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '../..');
const referee = join(root, 'referee');

function python(...args: string[]) {
  const env = { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' };
  return spawnSync('python3', args, { cwd: referee, encoding: 'utf8', env });
}

describe('the referee', () => {
  const dir = mkdtempSync(join(tmpdir(), 'referee-'));
  const sample = execFileSync('python3', ['-B', 'sample_account.py'], {
    cwd: referee,
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  function recompute(text: string) {
    const file = join(dir, 'account.json');
    writeFileSync(file, text);
    const { status, stdout } = python('recompute.py', file);
    return { status, lines: stdout.trimEnd().split('\n') };
  }

  it('agrees with an account worked out by hand, a line for each part', () => {
    const { status, lines } = recompute(sample);
    expect(lines).toHaveLength(13);
    expect(lines.filter((line) => !line.startsWith('✓ '))).toEqual([]);
    expect(lines).toContain('✓ 排名 ranking: 6 bids, 5 passed');
    expect(status).toBe(0);
  });

  it('names the part and the difference when one fen is wrong', () => {
    const { status, lines } = recompute(
      sample.replace('"requested": "280000.00"', '"requested": "280000.01"'),
    );
    expect(lines.filter((line) => line.startsWith('✗ '))).toEqual([
      '✗ 申报 bids: bid 1 午间助餐: requested: claims 280000.01, the facts give 280000.00',
    ]);
    expect(status).toBe(1);
  });

  it('says that there is nothing to read, apart from saying no', () => {
    expect(recompute('{').status).toBe(2);
    expect(recompute('{}').status).toBe(2);
    expect(python('recompute.py', join(dir, 'absent.json')).status).toBe(2);
  });

  it('reckons its sample by the rules of the small round', () => {
    const example = (name: string): unknown =>
      parse(readFileSync(join(root, 'examples/small-round', name), 'utf8'));
    const { rules } = JSON.parse(sample) as { rules: { ruleSet: object; screening: object } };
    expect(example('rule-set.yaml')).toMatchObject(rules.ruleSet);
    expect(example('screening.yaml')).toMatchObject(rules.screening);
  });

  it.each(['test_review', 'test_draw', 'test_money', 'test_reading', 'test_messages'])(
    'refuses every changed copy of %s',
    (group) => {
      const { status, stderr } = python('-m', 'unittest', group);
      expect(stderr).toMatch(/^Ran [1-9]\d* tests in .*\n\nOK\n$/m);
      expect(status).toBe(0);
    },
  );
});
