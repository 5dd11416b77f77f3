import { MAX_FEN, type Fen } from '../../kernel/money';
import { parseStrictJson } from '../../platform/http/strict-json';
import type { FormRules, RuleSet } from '../../rules';
import type {
  Application,
  ApplicationActivity,
  ApplicationFault,
  ApplicationIndicator,
  ApplicationLine,
} from './application';
import { FaultList } from './fault-list';
import { readApplicantClass, readAskedParts } from './read-asked-parts';
import { absentOr, membersOf, readCount, readFen, readList, readText } from './read-values';

/** What was read from the bytes of a bid. */
export interface ReadApplication {
  /** Null where title, category, class of applicants or money cannot be made out. */
  readonly application: Application | null;
  readonly budgetFen: Fen | null;
  readonly ownFundsFen: Fen | null;
  readonly faults: readonly ApplicationFault[];
}

type Members = Readonly<Record<string, unknown>>;

const MAX_TITLE = 100;
const MAX_NAME = 200;
const MAX_NOTE = 500;
const MAX_UNIT = 20;
const MAX_TIMES = 10_000;
const MAX_HEADS = 1_000_000;
const MAX_TARGET = 1_000_000_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a bid by the form of its rule set, at the opening. Nothing that stands in it can make this fail: whatever is wrong
 * becomes a fault with its place. Members that the form does not know are left out.
 */
export function readApplication(content: Uint8Array, rules: RuleSet): ReadApplication {
  const faults = new FaultList();
  const document = documentOf(content, faults);
  const read = document === null ? null : readDocument(document, rules, faults);
  const nothing = { application: null, budgetFen: null, ownFundsFen: null };
  return { ...(read ?? nothing), faults: faults.all };
}

function documentOf(content: Uint8Array, faults: FaultList): Members | null {
  try {
    const document = membersOf(parseStrictJson(utf8.decode(content)));
    if (document === null) return faults.add('', 'type');
    if (document['schema'] === 'yichuang/application/1') return document;
    return faults.add('/schema', absentOr(document['schema'], 'unknown'));
  } catch {
    return faults.add('', 'unreadable');
  }
}

function readDocument(document: Members, rules: RuleSet, faults: FaultList) {
  const { form } = rules;
  const title = readText(document['title'], '/title', MAX_TITLE, faults);
  const category = readCategory(document['category'], rules, faults);
  const applicantClass = readApplicantClass(document['applicantClass'], rules, faults);
  const budgetLines = readLines(document['budgetLines'], form, faults);
  const budgetFen = totalOf(budgetLines, faults);
  const ownFundsFen = readFen(document['ownFunds'], '/ownFunds', faults);
  const rest = {
    sections: readSections(document['sections'], form, faults),
    activities: readActivities(document['activities'], form, faults),
    indicators: readIndicators(document['indicators'], form, faults),
  };
  const bid = { category: category || null, applicantClass: applicantClass || null };
  const asked = readAskedParts(document, rules, bid, ownFundsFen, faults);
  if (title === null || category === null || applicantClass === null) return null;
  if (budgetLines === null || budgetFen === null || ownFundsFen === null) return null;
  const application: Application = {
    schema: 'yichuang/application/1',
    title,
    ...(category !== NO_CATEGORY && { category }),
    ...rest,
    budgetLines: budgetLines.map(({ line }) => line),
    ownFunds: document['ownFunds'] as string,
    ...asked,
  };
  return { application, budgetFen, ownFundsFen };
}

const NO_CATEGORY = '';

function readCategory(given: unknown, { categories }: RuleSet, faults: FaultList): string | null {
  if (categories.length === 0) return NO_CATEGORY;
  const known = categories.find(({ code }) => code === given);
  return known?.code ?? faults.add('/category', absentOr(given, 'unknown'));
}

function readSections(given: unknown, { sections }: FormRules, faults: FaultList) {
  const members = membersOf(given) ?? {};
  if (given !== undefined && membersOf(given) === null) faults.add('/sections', 'type');
  const texts = sections.flatMap(({ code, maxLength, required }) => {
    const at = `/sections/${code}`;
    const text = Object.hasOwn(members, code) ? members[code] : undefined;
    const isBlank = text === undefined || (typeof text === 'string' && text.trim() === '');
    if (isBlank && required) faults.add(at, 'missing');
    const read = isBlank ? null : readText(text, at, maxLength, faults);
    return read === null ? [] : [[code, read] as const];
  });
  return Object.fromEntries(texts);
}

interface ReadLine {
  readonly line: ApplicationLine;
  readonly amountFen: Fen;
}

/** The budget, or null when any line of it cannot be read: a budget with a gap has no total. */
function readLines(given: unknown, { budgetLines }: FormRules, faults: FaultList) {
  const range = { min: 1, max: budgetLines.length };
  const seen = new Set<string>();
  const lines = readList(given, '/budgetLines', range, faults, (item, at): ReadLine | null => {
    const code = budgetLines.find((line) => line.code === item['code'])?.code;
    if (code === undefined) return faults.add(`${at}/code`, absentOr(item['code'], 'unknown'));
    if (seen.has(code)) return faults.add(`${at}/code`, 'twice');
    seen.add(code);
    const amountFen = readFen(item['amount'], `${at}/amount`, faults);
    if (amountFen === null) return null;
    const { note } = item;
    const text = note === undefined ? null : readText(note, `${at}/note`, MAX_NOTE, faults);
    const amount = item['amount'] as string;
    return { line: { code, amount, ...(text !== null && { note: text }) }, amountFen };
  });
  return Array.isArray(given) && lines.length === given.length ? lines : null;
}

function totalOf(lines: readonly ReadLine[] | null, faults: FaultList): Fen | null {
  if (lines === null) return null;
  const totalFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  if (totalFen === 0n) return faults.add('/budgetLines', 'empty');
  return totalFen <= MAX_FEN ? totalFen : faults.add('/budgetLines', 'amount');
}

function readActivities(given: unknown, { activities }: FormRules, faults: FaultList) {
  return readList(given, '/activities', activities, faults, (item, at) => {
    const name = readText(item['name'], `${at}/name`, MAX_NAME, faults);
    const times = readCount(item['times'], `${at}/times`, MAX_TIMES, faults);
    const heads = readCount(item['heads'], `${at}/heads`, MAX_HEADS, faults);
    if (name === null || times === null || heads === null) return null;
    const activity: ApplicationActivity = { name, times, heads };
    return activity;
  });
}

function readIndicators(given: unknown, { indicators }: FormRules, faults: FaultList) {
  return readList(given, '/indicators', indicators, faults, (item, at) => {
    const name = readText(item['name'], `${at}/name`, MAX_NAME, faults);
    const target = readCount(item['target'], `${at}/target`, MAX_TARGET, faults);
    const unit = readText(item['unit'], `${at}/unit`, MAX_UNIT, faults);
    if (name === null || target === null || unit === null) return null;
    const indicator: ApplicationIndicator = { name, target, unit };
    return indicator;
  });
}
