import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { pointerTo } from '../../src/rules/json-pointer';

/** In which form a case gives a fact. number: a number or a boolean. date: an ISO day. enum: a text of at most eight characters. */
export type FactForm = 'number' | 'date' | 'enum' | 'prose';

/** What a fact of a case became in its rule set. */
export interface RecordedFact {
  /** Its place in the case, as a JSON pointer. */
  readonly at: string;
  readonly form: FactForm;
  /** rule: a typed rule. decision: a question that a named role answers. */
  readonly became: 'rule' | 'decision';
  /** Where in the rule set, as JSON pointers. */
  readonly in: readonly string[];
}

/** A fact as the case has it. */
export interface CaseFact {
  readonly at: string;
  readonly value: string | number | boolean;
}

const CASES = join(__dirname, '../../../shared/cases');

/** The parts of a case that hold rules. */
const RULE_KEYS = [
  ...['categories', 'stages', 'eligibility', 'amounts', 'match', 'cost_rules', 'timeline'],
  ...[
    'qualification_review',
    'panel',
    'scoring',
    'award',
    'public_notice',
    'objections',
    'contract',
  ],
  ...['payments', 'monitoring', 'evaluation', 'satisfaction', 'change_rules', 'sanctions'],
];

/** Counts of what was applied for or funded: outcomes, not rules. */
const OUTCOME = /^(count_)?(applied|valid|funded|shortlisted)$/;

/** The cases by their ids; undefined where they do not lie beside the project. */
export function readCases(): ReadonlyMap<string, unknown> | undefined {
  try {
    const names = readdirSync(CASES).filter((name) => name.endsWith('.yaml'));
    return new Map(
      names.map((name) => [
        basename(name, '.yaml'),
        parse(readFileSync(join(CASES, name), 'utf8')),
      ]),
    );
  } catch {
    return undefined;
  }
}

/** Every fact under the rule keys of a case and its sources of money, in the order in which the case gives them. */
export function factsOf(document: unknown): CaseFact[] {
  const parts = document as Readonly<Record<string, unknown>>;
  const sources = (parts.funding as { sources?: unknown } | null | undefined)?.sources;
  return [
    ...RULE_KEYS.flatMap((key) => leavesOf(parts[key], pointerTo(key))),
    ...leavesOf(sources, pointerTo('funding', 'sources')),
  ];
}

/** Which form a value has. */
export function formOf(value: CaseFact['value']): FactForm {
  if (typeof value !== 'string') return 'number';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date';
  return [...value].length <= 8 ? 'enum' : 'prose';
}

function leavesOf(value: unknown, at: string): CaseFact[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [{ at, value: value as CaseFact['value'] }];
  return Object.entries(value).flatMap(([name, below]) =>
    OUTCOME.test(name) ? [] : leavesOf(below, at + pointerTo(name)),
  );
}
