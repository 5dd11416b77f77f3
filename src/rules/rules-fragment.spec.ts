import type { Refusal } from '../kernel/refusal';
import { parseRuleFragment } from './rule-set';
import { readRuleFragmentText } from './rule-set-text';
import ruleSetSchema from './rule-set.schema.json';
import type { RuleFragment, RuleParts } from './rule-set.types';
import { RulesRefused } from './rules.refusals';
import { smallRound } from './small-round.fixture';

const name = { zh: '名称', en: 'Name' };

function fragment(parts: RuleParts, change: Partial<RuleFragment> = {}): RuleFragment {
  return {
    schema: 'yichuang/rules-fragment/1',
    code: 'a-statute',
    title: name,
    regime: 'grant',
    parts,
    provenance: [],
    ...change,
  };
}

const told = ({ code, pointer }: Refusal) => `${code} ${pointer}`;

function faultsOf(document: unknown): string[] {
  try {
    parseRuleFragment(document);
  } catch (error) {
    if (error instanceof RulesRefused) return error.faults.map(told);
    throw error;
  }
  return [];
}

describe('a fragment of rules', () => {
  it('can hold any one part of a rule set, and nothing else of it is asked for', () => {
    const { schema, code, title, regime, provenance, ...parts } = smallRound();
    expect([schema, code, title, regime, provenance].every(Boolean)).toBe(true);
    for (const [part, value] of Object.entries(parts)) {
      expect([part, faultsOf(fragment({ [part]: value }))]).toEqual([part, []]);
    }
    expect(faultsOf(fragment(parts))).toEqual([]);
  });

  it('knows every part that a rule set knows, by the same definition', () => {
    const head = ['schema', 'code', 'title', 'regime', 'provenance'];
    const parts = Object.keys(ruleSetSchema.properties).filter((part) => !head.includes(part));
    expect(ruleSetSchema.$defs.RuleParts.properties).toEqual(
      Object.fromEntries(parts.map((part) => [part, { $ref: `#/properties/${part}` }])),
    );
  });

  it.each<[string, unknown, string]>([
    ['without parts', fragment({}), 'RULES.TOO_LITTLE /parts'],
    [
      'that names a part beside the parts',
      { ...fragment({ visits: { min: 1 } }), visits: { min: 1 } },
      'RULES.UNKNOWN_NAME /visits',
    ],
    ['with half a part', fragment({ visits: {} as never }), 'RULES.MISSING /parts/visits/min'],
    [
      'that calls itself a rule set',
      { ...fragment({ visits: { min: 1 } }), schema: 'yichuang/rule-set/1' },
      'RULES.NOT_ALLOWED /schema',
    ],
  ])('is refused %s', (_, document, fault) => {
    expect(faultsOf(document)).toEqual([fault]);
  });

  it.each<[string, RuleParts, RuleParts, string]>([
    [
      'tranches of 101 %',
      { tranches: smallRound((r) => (r.tranches[0]!.share = '0.51')).tranches },
      { tranches: smallRound().tranches },
      'RULES.TRANCHES_NOT_WHOLE /parts/tranches',
    ],
    [
      'a category that the pots do not know, where both are there',
      {
        categories: [],
        funding: [{ ...smallRound().funding[0]!, categories: ['elderly'] }],
      },
      { funding: [{ ...smallRound().funding[0]!, categories: ['elderly'] }] },
      'RULES.UNKNOWN_CATEGORY /parts/funding/0/categories/0',
    ],
    [
      'a trigger by an evaluation that is not among those that are there',
      { tranches: smallRound().tranches, evaluations: smallRound().evaluations.slice(1) },
      { tranches: smallRound().tranches, reports: [] },
      'RULES.UNKNOWN_EVALUATION /parts/tranches/1/trigger/evaluation',
    ],
    [
      'votes that end before they begin',
      {
        votes: {
          by: 'organizer',
          opensAt: '2020-05-01T00:00:00Z',
          closesAt: '2020-05-01T00:00:00Z',
        },
      },
      { votes: { by: 'organizer', opensAt: '2020-05-01T00:00:00Z' } },
      'RULES.MOMENTS_REVERSED /parts/votes/closesAt',
    ],
    [
      'a notice shorter than was ever published',
      { notice: { workingDays: 4, showsExperts: true } },
      { notice: { workingDays: 5, showsExperts: true } },
      'RULES.BELOW_LIMIT /parts/notice/workingDays',
    ],
  ])('is refused for %s, and taken without', (_, parts, twin, fault) => {
    expect(faultsOf(fragment(parts))).toEqual([fault]);
    expect(faultsOf(fragment(twin))).toEqual([]);
  });

  it('keeps to the law of its regime as far as it tells', () => {
    const short = {
      timetable: { ...smallRound().timetable, callOpensAt: '2020-04-01T00:00:00+08:00' },
    };
    expect(faultsOf(fragment(short))).toEqual([]);
    expect(faultsOf(fragment(short, { regime: 'procurement' }))).toEqual([
      'RULES.BELOW_LIMIT /parts/timetable/callClosesAt',
    ]);
    const { panel } = smallRound();
    expect(faultsOf(fragment({ panel: panel! }, { regime: 'procurement' }))).toEqual([]);
  });

  it('says where its parts come from, in itself', () => {
    const provenance = (path: string) => [{ path, source: 'invented', note: name }];
    const parts = { visits: { min: 1 } };
    expect(faultsOf(fragment(parts, { provenance: provenance('/parts/visits') }))).toEqual([]);
    expect(faultsOf(fragment(parts, { provenance: provenance('/visits') }))).toEqual([
      'RULES.PROVENANCE_DANGLING /provenance/0/path',
    ]);
  });

  it('is read from text', () => {
    const text = JSON.stringify(fragment({ visits: { min: 2 } }));
    expect(readRuleFragmentText(text).parts).toEqual({ visits: { min: 2 } });
  });
});
