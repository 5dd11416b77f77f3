import { readFileSync } from 'node:fs';
import { tell, type Locale, type Refusal } from '../src/kernel/refusal';
import {
  countRules,
  parseRuleFragment,
  parseRuleSet,
  parseScreeningRules,
  readRulesText,
  RulesRefused,
  type CountedRule,
  type RuleSet,
} from '../src/rules';

/** What a document is, by its `schema`. */
export type DocumentKind =
  'rule-set' | 'rules-fragment' | 'screening-rules' | 'case-facts' | 'other';

/** A file that was read and checked. */
export interface CheckedFile {
  readonly path: string;
  readonly kind: DocumentKind;
  /** Of a sound rule set: its rules, one by one. */
  readonly rules: readonly CountedRule[];
  /** Of case facts: the counts of what each kind of fact became. */
  readonly facts: readonly FactCount[];
  readonly faults: readonly Refusal[];
}

/** How many facts of one form became rules, and how many decisions. */
export interface FactCount {
  readonly form: string;
  readonly rule: number;
  readonly decision: number;
}

const NOTHING = { rules: [], facts: [], faults: [] } as const;

/** Reads a file and checks it as what it says it is. What is neither YAML nor JSON of rules is left alone. */
export function checkFile(path: string): CheckedFile {
  if (!/\.(ya?ml|json)$/.test(path)) return { path, kind: 'other', ...NOTHING };
  try {
    const document = readRulesText(readFileSync(path, 'utf8'));
    const kind = kindOf(document);
    switch (kind) {
      case 'rule-set':
        return { path, kind, ...NOTHING, rules: countRules(parseRuleSet(document)) };
      case 'rules-fragment':
        parseRuleFragment(document);
        return { path, kind, ...NOTHING };
      case 'screening-rules':
        parseScreeningRules(document);
        return { path, kind, ...NOTHING };
      case 'case-facts':
        return { path, kind, ...NOTHING, facts: countFacts(document as CaseFacts) };
      case 'other':
        parseRuleSet(document);
        return { path, kind, ...NOTHING };
    }
  } catch (error) {
    if (!(error instanceof RulesRefused)) throw error;
    return { path, kind: 'other', ...NOTHING, faults: error.faults };
  }
}

/**
 * Reads a rule set from a file.
 * @throws RulesRefused
 */
export function readRuleSetFile(path: string): RuleSet {
  return parseRuleSet(readRulesText(readFileSync(path, 'utf8')));
}

/** Whether a file was asked for that is not there. */
export function isFileMissing(error: unknown): error is Error & { readonly path: string } {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error;
}

/** What a refusal says. */
export function textOf({ code, facts }: Refusal, locale: Locale): string {
  return tell(code, facts, locale).text;
}

/** A fault as it is shown to people: where, and in both languages why. */
export function tellFault(fault: Refusal): string[] {
  const { pointer = '' } = fault;
  return [
    `    ${pointer === '' ? '/' : pointer}  [${fault.code}]`,
    `      ${textOf(fault, 'zh-CN')}`,
    `      ${textOf(fault, 'en')}`,
  ];
}

interface CaseFacts {
  readonly cases: Readonly<
    Record<string, readonly { readonly form: string; readonly became: string }[]>
  >;
}

function countFacts({ cases }: CaseFacts): FactCount[] {
  const facts = Object.values(cases).flat();
  const forms = [...new Set(facts.map(({ form }) => form))].sort();
  return forms.map((form) => {
    const of = facts.filter((fact) => fact.form === form);
    const rule = of.filter(({ became }) => became === 'rule').length;
    return { form, rule, decision: of.length - rule };
  });
}

function kindOf(document: unknown): DocumentKind {
  const schema = (document as { schema?: unknown } | null)?.schema;
  const kinds: Readonly<Record<string, DocumentKind>> = {
    'yichuang/rule-set/1': 'rule-set',
    'yichuang/rules-fragment/1': 'rules-fragment',
    'yichuang/screening-rules/1': 'screening-rules',
    'yichuang/case-facts/1': 'case-facts',
  };
  return (typeof schema === 'string' ? kinds[schema] : undefined) ?? 'other';
}
