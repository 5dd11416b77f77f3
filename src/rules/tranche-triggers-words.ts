import { dayOf } from '../kernel/day';
import { multiply, parseRatio, printRatio, ratioOf } from '../kernel/ratio';
import type { BilingualText, RuleSet, TrancheTrigger } from './rule-set.types';
import type { Finding } from './tranche-facts';

type Names = Pick<RuleSet, 'evaluations' | 'reports' | 'tranches'>;
type Named = readonly { readonly code: string; readonly name: BilingualText }[];

/** What a tranche waits for, as people say it. */
export function saysTrigger(trigger: TrancheTrigger, names: Names): BilingualText {
  switch (trigger.variant) {
    case 'contract-signed':
      return { zh: '合同生效', en: 'the contract is in force' };
    case 'notice-ended':
      return {
        zh: '公示结束且无未决异议',
        en: 'the public notice has ended and no objection holds it up',
      };
    case 'evaluation-passed':
      return around(nameOf(names.evaluations, trigger.evaluation), ['', '合格'], ['', ': passed']);
    case 'evaluation-graded':
      return around(
        nameOf(names.evaluations, trigger.evaluation),
        ['', '定级，按等级系数拨付'],
        ['', ': graded, paid by the factor of the grade'],
      );
    case 'report-approved':
      return around(nameOf(names.reports, trigger.report), ['', '通过审核'], ['', ': accepted']);
    case 'tranche-settled':
      return around(
        nameOf(names.tranches, trigger.tranche),
        ['', '已拨付并核销'],
        ['', ': paid and accounted for'],
      );
    case 'all-of':
      return together(trigger.triggers.map((part) => saysTrigger(part, names)));
    default:
      return saysPlain(trigger);
  }
}

/** The triggers that name nothing of the rule set. */
function saysPlain(
  trigger: Extract<
    TrancheTrigger,
    { variant: 'spent-share' | 'months-after-start' | 'on-day' | 'accepted' }
  >,
): BilingualText {
  switch (trigger.variant) {
    case 'spent-share': {
      const percent = printRatio(multiply(parseRatio(trigger.share), ratioOf(100n)));
      return {
        zh: `经审核的支出达到此前已拨付资金的${percent}%`,
        en: `the accepted accounts show ${percent} % of what was paid before as spent`,
      };
    }
    case 'months-after-start':
      return {
        zh: `项目开始满${trigger.months}个月`,
        en: `${trigger.months} ${trigger.months === 1 ? 'month' : 'months'} after the project has begun`,
      };
    case 'on-day':
      return { zh: `${trigger.day}起`, en: `from ${trigger.day} on` };
    case 'accepted':
      return { zh: '项目成果经验收', en: 'the work is accepted' };
  }
}

/** A trigger with what the record says of it. */
export function saysAnswer(trigger: TrancheTrigger, finding: Finding, names: Names): BilingualText {
  const { zh, en } = saysTrigger(trigger, names);
  if (finding.answer === 'no') return { zh: `${zh}——未能满足`, en: `${en} - it was not met` };
  if (finding.answer === 'awaits') {
    const { until } = finding;
    return {
      zh: `${zh}——尚未满足${until === null ? '' : `，须待${until}`}`,
      en: `${en} - not yet${until === null ? '' : `, not before ${until}`}`,
    };
  }
  const day = dayOf(finding.since);
  return { zh: `${zh}——${day}满足`, en: `${en} - met on ${day}` };
}

function together(parts: readonly BilingualText[]): BilingualText {
  return {
    zh: `同时满足：${parts.map(({ zh }) => zh).join('；')}`,
    en: `all of these: ${parts.map(({ en }) => en).join('; ')}`,
  };
}

function nameOf(named: Named, code: string): BilingualText {
  return named.find((candidate) => candidate.code === code)?.name ?? { zh: code, en: code };
}

function around(
  name: BilingualText,
  zh: readonly [string, string],
  en: readonly [string, string],
): BilingualText {
  return { zh: `${zh[0]}${name.zh}${zh[1]}`, en: `${en[0]}${name.en}${en[1]}` };
}
