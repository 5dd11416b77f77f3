import type { Chance } from '../../demo/chance';
import type { Day } from '../../src/kernel/day';
import { standsFor, type PartyKind, type QualificationCheck, type RuleSet } from '../../src/rules';
import { inventParty } from './invent-party';
import { inventRecord } from './invent-record';
import type { InventedOrganization } from './invented-organization';

/** Of a hundred organizations so many are of a kind that may not apply. */
const STRANGERS = 0.04;

const USUAL_KINDS: readonly PartyKind[] = ['service-institution', 'association', 'foundation'];

/**
 * Invents an organization that suits the rules, with a record that most conditions find in order.
 * @param closesOn the last day of the call, as of which records are checked
 */
export function inventOrganization(
  rules: RuleSet,
  no: number,
  chance: Chance,
  closesOn: Day,
): InventedOrganization {
  const { categories, applicants } = rules;
  const competed = categories.filter(({ basis }) => basis !== 'directed-commission');
  const category = competed.length === 0 ? null : chance.oneOf(competed).code;
  const classes = applicants?.classes ?? [];
  const applicantClass = classes.length === 0 ? null : chance.oneOf(classes).code;
  const checks = rules.qualification.filter((check) =>
    standsFor(check, { category, applicantClass }),
  );
  const ofClass = classes.find(({ code }) => code === applicantClass)?.kinds;
  const kind = inventKind(checks, ofClass, chance);
  return {
    ...{ no, applicantClass, category },
    name: { zh: `虚构组织${no}号`, en: `Invented organization ${no}` },
    party: inventParty(checks, { no, kind, closesOn }, chance),
    record: inventRecord(checks, closesOn, chance),
  };
}

function inventKind(
  checks: readonly QualificationCheck[],
  ofClass: readonly PartyKind[] | undefined,
  chance: Chance,
): PartyKind {
  const asked = checks.find((check) => check.variant === 'applicant-kind')?.kinds;
  const suited = (ofClass ?? asked ?? USUAL_KINDS).filter((kind) => asked?.includes(kind) ?? true);
  const isStranger = asked !== undefined && chance.next() < STRANGERS;
  return isStranger || suited.length === 0 ? 'enterprise' : chance.oneOf(suited);
}
