import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { toDay } from '../kernel/day';
import { toInstant } from '../kernel/instant';
import type { Refusal } from '../kernel/refusal';
import { boundsBrokenBy } from './document-bounds';
import { contradictionsInScreening } from './screening-rules.contradictions';
import { contradictionsIn, contradictionsInFragment } from './rule-set.contradictions';
import ruleSetSchema from './rule-set.schema.json';
import type { RuleFragment, RuleSet, ScreeningRules } from './rule-set.types';
import { RulesRefused } from './rules.refusals';
import { faultOf } from './schema-faults';

/** The schema by which rule sets are read, as it is published. */
export { ruleSetSchema };

const ajv = new Ajv2020({ allErrors: true, discriminator: true, strict: true });
// The kernel reads what the schema lets through, so the kernel also decides what a day and a moment are.
ajv.addFormat('date', readsWith(toDay));
ajv.addFormat('date-time', readsWith(toInstant));
ajv.addSchema(ruleSetSchema);

const isRuleSet = validatorOf<RuleSet>(ruleSetSchema.$id);
const isRuleFragment = validatorOf<RuleFragment>(`${ruleSetSchema.$id}#/$defs/RuleFragment`);
const isScreeningRules = validatorOf<ScreeningRules>(`${ruleSetSchema.$id}#/$defs/ScreeningRules`);

/**
 * Reads a rule set: whether it is small and plain enough to be looked at, its shape by the schema, then contradictions between its
 * parts.
 * @throws RulesRefused with all faults of the first kind found, each with a pointer into the document
 */
export function parseRuleSet(document: unknown): RuleSet {
  return parse(document, isRuleSet, contradictionsIn);
}

/**
 * Reads parts of rules that are no whole round, as parseRuleSet does a rule set: the shape of what is there, what it says
 * against itself, and the law's limits where all that they need is there.
 * @throws RulesRefused
 */
export function parseRuleFragment(document: unknown): RuleFragment {
  return parse(document, isRuleFragment, contradictionsInFragment);
}

/**
 * Reads the rules of a screening, as parseRuleSet does a rule set.
 * @throws RulesRefused
 */
export function parseScreeningRules(document: unknown): ScreeningRules {
  return parse(document, isScreeningRules, contradictionsInScreening);
}

function parse<Rules>(
  document: unknown,
  hasShape: ValidateFunction<Rules>,
  contradictionsOf: (rules: Rules) => Refusal[],
): Rules {
  const unbounded = boundsBrokenBy(document);
  if (unbounded !== null) throw new RulesRefused([unbounded]);
  if (!hasShape(document)) throw new RulesRefused((hasShape.errors ?? []).map(faultOf));
  const contradictions = contradictionsOf(document);
  if (contradictions.length > 0) throw new RulesRefused(contradictions);
  return document;
}

function validatorOf<Rules>(reference: string): ValidateFunction<Rules> {
  const validate = ajv.getSchema<Rules>(reference);
  if (validate === undefined) throw new Error(`the schema holds no ${reference}`);
  return validate;
}

function readsWith(read: (text: string) => unknown): (text: string) => boolean {
  return (text) => {
    try {
      read(text);
      return true;
    } catch {
      return false;
    }
  };
}
