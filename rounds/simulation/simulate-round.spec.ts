import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseRuleSet, questionsOf, type RuleSet } from '../../src/rules';
import { features } from '../../src/rules/round-features.fixture';
import { smallRound } from '../../src/rules/small-round.fixture';
import { explainLines } from '../report/explain-lines';
import { reportLines } from '../report/report-lines';
import { simulationData } from '../report/simulation-data';
import { readRuleSetFile } from '../rules-file';
import { brokenBounds } from './bounds.fixture';
import { sumsComeOut } from './round-sums';
import { simulateRound } from './simulate-round';
import type { SimulatedRound } from './simulated-round';

const folder = join(__dirname, '../../examples/rounds');
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => join(folder, name))
  .filter((path) => readFileSync(path, 'utf8').includes('yichuang/rule-set/1'))
  .map((path) => readRuleSetFile(path));

const withFeature = (turnOn: (rules: RuleSet) => void): RuleSet => {
  const rules = smallRound();
  turnOn(rules);
  return parseRuleSet(JSON.parse(JSON.stringify(rules)) as unknown);
};

/** All that anybody sees of a round, on paper and as data. */
const written = (round: SimulatedRound): string =>
  [...reportLines(round), JSON.stringify(simulationData(round))].join('\n');

describe.each(examples)('the rules of $code', (rules) => {
  const round = simulateRound(rules, { bids: 40, seed: 7 });

  it('give a round whose sums come out to the fen', () => {
    expect(sumsComeOut(round.sums)).toBe(true);
  });

  it('are kept: no pot, quota, cap or number of awards is exceeded, and tranches add up to their award', () => {
    expect(brokenBounds(round)).toEqual([]);
  });

  it('have all their questions asked', () => {
    const given = new Set(round.answers.map(({ question }) => question.code));
    const missing = questionsOf(rules).filter(({ code }) => !given.has(code));
    expect(missing.map(({ code }) => code)).toEqual([]);
  });

  it('explain every bid in both languages', () => {
    for (const { no } of round.bids.slice(0, 10)) {
      const text = explainLines(round, no)!.join('\n');
      expect(text).toMatch(/\p{Script=Han}/u);
      expect(text).toMatch(/organization/);
    }
  });
});

it('covers all the rounds of the examples', () => {
  expect(examples).toHaveLength(46);
});

describe('a simulation', () => {
  const rules = examples.find(({ code }) => code === 'cn-dongguan-2011-r1')!;
  const play = (seed: number, bids = 30) => written(simulateRound(rules, { bids, seed }));

  it('is the same byte by byte for the same rules, number and seed', () => {
    expect(play(3)).toBe(play(3));
  });

  it('is another for another seed, and for another number of bids', () => {
    expect(play(4)).not.toBe(play(3));
    expect(play(3, 31)).not.toBe(play(3));
  });

  it('says what is invented, in both languages', () => {
    const text = play(3);
    expect(text).toContain('虚构：组织、预算、分数');
    expect(text).toContain('Invented: organizations, budgets, scores');
  });

  it('plays a thousand bids in a few seconds', () => {
    const round = simulateRound(rules, { bids: 1000, seed: 1 });
    expect(round.bids).toHaveLength(1000);
    expect(brokenBounds(round)).toEqual([]);
  });

  it('knows no bid that did not come in', () => {
    expect(explainLines(simulateRound(rules, { bids: 3, seed: 1 }), 4)).toBeNull();
  });

  it('has no awards where a person ends the round', () => {
    const ending = withFeature((small) => {
      small.decisions = [
        {
          code: 'go-on',
          at: 'qualification',
          per: 'round',
          by: 'approver',
          question: { zh: '是否继续本轮？', en: 'Does the round go on?' },
          answer: {
            variant: 'choice',
            options: ['first', 'second'].map((code) => ({
              ...{ code, name: { zh: '终止', en: 'It ends' } },
              effect: 'ends' as const,
            })),
          },
          clause: { source: 'invented', text: '由主办单位决定。' },
        },
      ];
    });
    const { lots, projects, sums } = simulateRound(ending, { bids: 10, seed: 1 });
    expect(lots.map(({ failure }) => failure)).toEqual(['ended']);
    expect(projects).toEqual([]);
    expect(sums.leftFen).toBe(sums.budgetFen);
  });
});

describe('a decision that puts a running project out', () => {
  const stopping = withFeature((small) => {
    small.decisions = [
      {
        code: 'goes-on',
        at: 'implementation',
        per: 'project',
        by: 'supervisor',
        question: { zh: '项目是否继续？', en: 'Does the project go on?' },
        answer: {
          variant: 'choice',
          options: [
            { code: 'yes', name: { zh: '继续', en: 'Yes' }, effect: 'goes-on' },
            { code: 'no', name: { zh: '终止', en: 'No' }, effect: 'excludes' },
          ],
        },
        clause: { source: 'invented', text: '由监督人员决定。' },
      },
    ];
  });
  const projects = [1, 2, 3, 4].flatMap(
    (seed) => simulateRound(stopping, { bids: 60, seed }).projects,
  );

  it('lets nothing more be paid from then on, and sets the rest free', () => {
    const ended = projects.filter(
      ({ tranches }) => tranches[0]!.outcome === 'paid' && tranches.at(-1)!.outcome === 'stopped',
    );
    expect(ended.length).toBeGreaterThan(0);
    for (const { history, tranches, award, paidFen, releasedFen } of ended) {
      expect(history.stoppedAt).not.toBeNull();
      expect(tranches.every(({ paidAt }) => paidAt === null || paidAt < history.stoppedAt!)).toBe(
        true,
      );
      expect(paidFen + releasedFen).toBe(award.amountFen);
    }
  });
});

describe.each(Object.entries(features))('what the feature %s turns on', (_, turnOn) => {
  it('is played with its bounds kept and its sums right', () => {
    const round = simulateRound(withFeature(turnOn), { bids: 40, seed: 5 });
    expect(brokenBounds(round)).toEqual([]);
    expect(sumsComeOut(round.sums)).toBe(true);
    expect(written(round).length).toBeGreaterThan(1000);
  });
});

describe('any seed and number of bids', () => {
  const rules = [
    ...['partial', 'quotas', 'voteOff', 'laterPriced', 'giftMatch', 'chainedTranches'],
  ].map((name) => withFeature(features[name as keyof typeof features]));

  it('keeps the bounds of the rules and comes out to the fen', () => {
    const asked = fc.record({
      of: fc.constantFrom(...rules),
      bids: fc.integer({ min: 1, max: 60 }),
      seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    });
    fc.assert(
      fc.property(asked, ({ of, bids, seed }) => {
        const round = simulateRound(of, { bids, seed });
        expect(brokenBounds(round)).toEqual([]);
        expect(sumsComeOut(round.sums)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
