import { addMonths } from '../kernel/add-months';
import type { Day } from '../kernel/day';
import type { Listing, PartyRecord, PastEvaluation } from './eligibility-candidate';
import { evaluationNames, listNames, namesOfYears } from './eligibility-names';
import type { Finding } from './eligibility-outcome';
import type {
  AnnualCheckPassed,
  BilingualText,
  CleanOf,
  PastEvaluationPassed,
} from './rule-set.types';

/** Whether no sanction is in force. @source rounds.md axes 9 and 10 */
export function sanctionsFinding({ sanctions }: PartyRecord, closesOn: Day): Finding {
  const isPassed = sanctions.length === 0;
  const codes = sanctions.join();
  return {
    ...{ isPassed, facts: { sanctions: codes, closesOn } },
    arithmetic: `${sanctions.length} ${isPassed ? '=' : '>'} 0`,
    words: isPassed
      ? {
          zh: `截至${closesOn}，没有生效中的处理。`,
          en: `On ${closesOn} no sanction is in force against the organization.`,
        }
      : {
          zh: `截至${closesOn}，有生效中的处理：${codes}。`,
          en: `On ${closesOn} these sanctions are in force against the organization: ${codes}.`,
        },
  };
}

/**
 * Whether the organization has kept off a list for so many whole months back from the day the call closes, the day of the same
 * number included. What still stands on that day counts whatever the months; what began after it does not count.
 * @source cn-guangzhou-2023-r11: one year for abnormal operations, two for serious violations, three for major ones; rounds.md 2.2
 */
export function cleanOfFinding(
  { listings }: PartyRecord,
  { list, lookBackMonths }: CleanOf,
  closesOn: Day,
): Finding {
  const from = addMonths(closesOn, -lookBackMonths);
  const entries = listings.filter((entry) => entry.list === list && entry.from <= closesOn);
  const counted = entries.filter(({ until }) => until === null || until >= from);
  const isPassed = counted.length === 0;
  return {
    ...{ isPassed, facts: { list, lookBackMonths, from, closesOn, entries: printed(entries) } },
    arithmetic: [
      ...entries.map((entry) => comparison(entry, from)),
      `${counted.length} ${isPassed ? '=' : '>'} 0`,
    ].join('; '),
    words: isPassed
      ? cleanWords(list, lookBackMonths, from, closesOn)
      : listedWords(list, counted, lookBackMonths, from, closesOn),
  };
}

/** As intervals of ISO 8601, an open end as two dots. */
function printed(entries: readonly Listing[]): string {
  return entries.map(({ from, until }) => `${from}/${until ?? '..'}`).join(', ');
}

function comparison({ until }: Listing, from: Day): string {
  if (until === null) return `.. ≥ ${from}`;
  return `${until} ${until >= from ? '≥' : '<'} ${from}`;
}

function cleanWords(
  list: CleanOf['list'],
  months: number,
  from: Day,
  closesOn: Day,
): BilingualText {
  const { zh, en } = listNames[list];
  if (months === 0) {
    return {
      zh: `${closesOn}当日不在“${zh}”中。`,
      en: `On ${closesOn} the organization is not on ${en}.`,
    };
  }
  return {
    zh: `截止日${closesOn}之前${months}个月内（${from}起）不在“${zh}”中。`,
    en: `In the ${months} months before ${closesOn}, from ${from} on, the organization has not been on ${en}.`,
  };
}

function listedWords(
  list: CleanOf['list'],
  counted: readonly Listing[],
  months: number,
  from: Day,
  closesOn: Day,
): BilingualText {
  const { zh, en } = listNames[list];
  const days = counted.map(({ from: first, until }) => ({
    zh: until === null ? `${first}起未移出` : `${first}至${until}`,
    en: until === null ? `from ${first} on` : `from ${first} to ${until}`,
  }));
  return {
    zh: `在“${zh}”中有记录（${days.map((one) => one.zh).join('；')}），回溯${months}个月，即${from}至${closesOn}。`,
    en: `The organization is on ${en} (${days.map((one) => one.en).join('; ')}); the look-back of ${months} months goes from ${from} to ${closesOn}.`,
  };
}

/**
 * Whether the annual checks of some years were passed.
 * @returns null while the record has not all of them and none that was failed: then a person decides
 * @source cn-haishu-2023-r12
 */
export function annualChecksFinding(
  { annualChecks }: PartyRecord,
  { years }: AnnualCheckPassed,
): Finding | null {
  const asked = annualChecks.filter(({ year }) => years.includes(year));
  const failed = years.filter((year) => asked.some((one) => one.year === year && !one.passed));
  if (failed.length === 0 && missingChecks({ annualChecks }, years).length > 0) return null;
  const isPassed = failed.length === 0;
  const of = namesOfYears(isPassed ? years : failed);
  return {
    ...{ isPassed, facts: { years: years.join(), failed: failed.join() } },
    arithmetic: `${failed.length} ${isPassed ? '=' : '>'} 0`,
    words: {
      zh: `${of.zh}年检${isPassed ? '合格' : '不合格'}。`,
      en: `The annual checks of ${of.en} were ${isPassed ? 'passed' : 'not passed'}.`,
    },
  };
}

/** The years whose annual checks the record does not have. */
export function missingChecks(
  { annualChecks }: Pick<PartyRecord, 'annualChecks'>,
  years: readonly number[],
): number[] {
  return years.filter((year) => !annualChecks.some((one) => one.year === year));
}

/**
 * Whether no project of some years failed an evaluation of a kind; what was graded after the day the call closes does not count.
 * @source cn-haishu-2023-r12: the mid-term of 2022, the finals of 2020 and 2021, unless the organization did not take part
 */
export function pastEvaluationFinding(
  { evaluations }: PartyRecord,
  { evaluation, years, whenNotTakenPart }: PastEvaluationPassed,
  closesOn: Day,
): Finding {
  const taken = evaluations.filter(
    (one) =>
      one.evaluation === evaluation &&
      one.on <= closesOn &&
      (years === undefined || years.includes(one.year)),
  );
  const failed = taken.filter(({ passed }) => !passed);
  const facts = {
    ...{ evaluation, ...(years !== undefined && { years: years.join() }), closesOn },
    ...{ taken: taken.length, failed: failed.length },
  };
  if (taken.length === 0) {
    return {
      isPassed: whenNotTakenPart === 'pass',
      ...{ facts: { ...facts, whenNotTakenPart }, arithmetic: '0 = 0' },
      words: notTakenWords({ evaluation, years, whenNotTakenPart }),
    };
  }
  const isPassed = failed.length === 0;
  return {
    ...{ isPassed, facts, arithmetic: `${failed.length} ${isPassed ? '=' : '>'} 0` },
    words: isPassed ? passedWords(evaluation, taken) : failedWords(evaluation, failed),
  };
}

function notTakenWords({
  evaluation,
  years,
  whenNotTakenPart,
}: Pick<PastEvaluationPassed, 'evaluation' | 'years' | 'whenNotTakenPart'>): BilingualText {
  const of = namesOfYears(years);
  const { zh, en } = evaluationNames[evaluation];
  const isPassed = whenNotTakenPart === 'pass';
  return {
    zh: `${of.zh}未参加${zh}，按规则${isPassed ? '不影响申报' : '不符合条件'}。`,
    en: `The record has no ${en} of ${of.en}; by the rules an organization that did not take part ${isPassed ? 'passes' : 'does not pass'}.`,
  };
}

function passedWords(
  evaluation: PastEvaluationPassed['evaluation'],
  taken: readonly PastEvaluation[],
): BilingualText {
  const { zh, en } = evaluationNames[evaluation];
  const of = namesOfYears(yearsIn(taken));
  return {
    zh: `${of.zh}项目的${zh}均合格。`,
    en: `Every ${en} of the projects of ${of.en} was passed.`,
  };
}

function failedWords(
  evaluation: PastEvaluationPassed['evaluation'],
  failed: readonly PastEvaluation[],
): BilingualText {
  const { zh, en } = evaluationNames[evaluation];
  return {
    zh: `${failed.map(({ year, on }) => `${year}年度项目的${zh}不合格（${on}）`).join('；')}。`,
    en: `Not passed: ${failed.map(({ year, on }) => `the ${en} of a project of ${year}, graded on ${on}`).join('; ')}.`,
  };
}

function yearsIn(evaluations: readonly PastEvaluation[]): number[] {
  return [...new Set(evaluations.map(({ year }) => year))].sort((a, b) => a - b);
}

/** Whether no earlier project is open or unsettled when the last day of the call ends. @source rounds.md axis 10 */
export function openProjectsFinding({ projects }: PartyRecord, closesOn: Day): Finding {
  const open = projects.filter(
    ({ startedOn, settledOn }) =>
      startedOn <= closesOn && (settledOn === null || settledOn > closesOn),
  );
  const isPassed = open.length === 0;
  return {
    ...{ isPassed, facts: { open: open.length, closesOn } },
    arithmetic: `${open.length} ${isPassed ? '=' : '>'} 0`,
    words: isPassed
      ? {
          zh: `截至${closesOn}，没有未结清的项目。`,
          en: `On ${closesOn} no earlier project of the organization is open or unsettled.`,
        }
      : {
          zh: `截至${closesOn}尚未结清：${open.map((one) => `${one.year}年度项目（${one.startedOn}开始）`).join('；')}。`,
          en: `Open or unsettled on ${closesOn}: ${open.map((one) => `a project of ${one.year}, begun on ${one.startedOn}`).join('; ')}.`,
        },
  };
}
