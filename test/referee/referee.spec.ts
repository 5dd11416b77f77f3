import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { recompute, runReferee } from '../support/referee';

const root = join(__dirname, '../..');

describe('the referee', () => {
  const sample = runReferee('sample_account.py').stdout;

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
    expect(runReferee('recompute.py', join(root, 'absent.json')).status).toBe(2);
  });

  it('reckons its sample by the rules of the small round', () => {
    const example = (name: string): unknown =>
      parse(readFileSync(join(root, 'examples/small-round', name), 'utf8'));
    const { rules } = JSON.parse(sample) as { rules: { ruleSet: object; screening: object } };
    expect(example('rule-set.yaml')).toMatchObject(rules.ruleSet);
    expect(example('screening.yaml')).toMatchObject(rules.screening);
  });

  it.each([
    'test_review',
    'test_draw',
    'test_panels',
    'test_money',
    'test_reading',
    'test_messages',
    'test_quotas',
  ])('refuses every changed copy of %s', (group) => {
    const { status, stderr } = runReferee('-m', 'unittest', group);
    expect(stderr).toMatch(/^Ran [1-9]\d* tests in .*\n\nOK\n$/m);
    expect(status).toBe(0);
  });
});
