import { printAmount, type Fen } from '../../kernel/money';
import { isCreditCode } from '../../registers/parties';
import { matchSources, standsFor, type RuleSet, type ScopedBid } from '../../rules';
import type { AskedParts } from './application';
import type { FaultList } from './fault-list';
import { readByCode, readTexts } from './read-codes';
import { absentOr, readCount, readFen } from './read-values';

type Members = Readonly<Record<string, unknown>>;

/** As many as an act can have. */
const MAX_ATTACHMENTS = 20;
const MAX_OUTPUTS = 1_000_000;
const MAX_HOURS = 10_000_000;
const MAX_PARTNERS = 20;

/** No class, where the rules tell none apart. */
const NO_CLASS = '';

/** The class of applicants that a bid names; null after a fault, as checks and amounts hang on it. */
export function readApplicantClass(
  given: unknown,
  { applicants }: RuleSet,
  faults: FaultList,
): string | null {
  const classes = applicants?.classes;
  if (classes === undefined) return NO_CLASS;
  const known = classes.find(({ code }) => code === given);
  return known?.code ?? faults.add('/applicantClass', absentOr(given, 'unknown'));
}

/**
 * Reads what only some rule sets ask for. What the rules do not ask for is left out, but for partners where bids in common are
 * refused: who bids in common must hear of it.
 */
export function readAskedParts(
  document: Members,
  rules: RuleSet,
  bid: ScopedBid,
  ownFundsFen: Fen | null,
  faults: FaultList,
): AskedParts {
  return {
    ...(bid.applicantClass !== null && { applicantClass: bid.applicantClass }),
    ...readMatch(document['match'], rules, ownFundsFen, faults),
    ...readDeclarations(document['declarations'], rules, bid, faults),
    ...readDocuments(document['documents'], rules, bid, faults),
    ...readOutputs(document['outputs'], rules, faults),
    ...readServiceHours(document['serviceHours'], rules, faults),
    ...readPartners(document['jointWith'], rules, faults),
  };
}

/** What does not add up counts for nothing: otherwise an error could bring in more than the own funds are. */
function readMatch(
  given: unknown,
  { match }: RuleSet,
  ownFundsFen: Fen | null,
  faults: FaultList,
): AskedParts {
  if (given === undefined || match === undefined || ownFundsFen === null) return {};
  const before = faults.count;
  const codes = { known: matchSources, asked: [] };
  const amounts = readByCode(given, '/match', codes, faults, (value, at) =>
    readFen(value, at, faults),
  );
  if (faults.count > before) return { match: {} };
  const totalFen = [...amounts.values()].reduce((sum, amountFen) => sum + amountFen, 0n);
  if (totalFen !== ownFundsFen) {
    faults.add('/match', 'total', { ownFunds: printAmount(ownFundsFen) });
    return { match: {} };
  }
  const printed = [...amounts].map(([source, amountFen]) => [source, printAmount(amountFen)]);
  return { match: Object.fromEntries(printed) as AskedParts['match'] & object };
}

function readDeclarations(
  given: unknown,
  { qualification }: RuleSet,
  bid: ScopedBid,
  faults: FaultList,
): AskedParts {
  const checks = qualification.filter((check) => check.variant === 'declared');
  if (checks.length === 0) return {};
  const codes = new Set(checks.map(({ code }) => code));
  const isKnown = (code: string) => codes.has(code);
  const declarations = readTexts(given, '/declarations', codes.size, isKnown, faults);
  for (const check of checks) {
    if (!standsFor(check, bid) || declarations.includes(check.code)) continue;
    faults.add('/declarations', 'missing', { code: check.code });
  }
  return { declarations };
}

function readDocuments(
  given: unknown,
  { qualification }: RuleSet,
  bid: ScopedBid,
  faults: FaultList,
): AskedParts {
  const checks = qualification.filter((check) => check.variant === 'attached');
  if (checks.length === 0) return {};
  const codes = {
    known: checks.map(({ code }) => code),
    asked: checks.filter((check) => standsFor(check, bid)).map(({ code }) => code),
  };
  const places = readByCode(given, '/documents', codes, faults, (value, at) =>
    readCount(value, at, MAX_ATTACHMENTS, faults),
  );
  return { documents: Object.fromEntries(places) };
}

function readOutputs(given: unknown, { amount }: RuleSet, faults: FaultList): AskedParts {
  if (amount.variant !== 'unit-price') return {};
  const offered = amount.outputs.filter(({ quantity }) => quantity === undefined);
  if (offered.length === 0) return {};
  const known = offered.map(({ code }) => code);
  const quantities = readByCode(given, '/outputs', { known, asked: known }, faults, (value, at) =>
    readCount(value, at, MAX_OUTPUTS, faults),
  );
  return { outputs: Object.fromEntries(quantities) };
}

function readServiceHours(given: unknown, { scoring }: RuleSet, faults: FaultList): AskedParts {
  if (!(scoring.parts ?? []).some(({ variant }) => variant === 'hours')) return {};
  const serviceHours = readCount(given, '/serviceHours', MAX_HOURS, faults);
  return serviceHours === null ? {} : { serviceHours };
}

function readPartners(given: unknown, { applicants }: RuleSet, faults: FaultList): AskedParts {
  if (given === undefined) return {};
  if (applicants?.jointBids === 'allowed') {
    return { jointWith: readTexts(given, '/jointWith', MAX_PARTNERS, isCreditCode, faults) };
  }
  faults.add('/jointWith', 'refused');
  return {};
}
