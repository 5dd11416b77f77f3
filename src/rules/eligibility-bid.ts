import { Refusal, tell } from '../kernel/refusal';
import { standsFor } from './check-scope';
import { costLimits } from './cost-limits';
import type { CandidateBid } from './eligibility-candidate';
import { decided, type DecidedCheck, type Finding } from './eligibility-outcome';
import { workOutGrant } from './grant-amount';
import { ownMatch } from './own-match';
import type { RuleCheck } from './rule-check';
import type { Attached, BidsPerOrganization, Declared, RuleSet } from './rule-set.types';

/**
 * Whether the organization has no more bids in the round than it may; the first by receipt count. A check for some categories or
 * classes counts the bids for which it stands.
 * @source rounds.md axis 11
 */
export function placeFinding(bid: CandidateBid, check: BidsPerOrganization): Finding {
  const { max } = check;
  const place =
    check.for === undefined
      ? bid.placeOfOrganization
      : bid.earlierOfOrganization.filter((earlier) => standsFor(check, earlier)).length + 1;
  const isPassed = place <= max;
  return {
    ...{ isPassed, facts: { place, max } },
    arithmetic: `${place} ${isPassed ? '≤' : '>'} ${max}`,
    words: {
      zh: `这是该主体本轮按收到时间的第${place}份申报，每个主体最多${max}份，${isPassed ? '符合' : '超出'}。`,
      en: `This is bid no. ${place} of the organization in the round by receipt; at most ${max} count, so it is ${isPassed ? 'within' : 'beyond'} the limit.`,
    },
  };
}

/** Whether the application is there as the form asks for it. */
export function formFinding({ faults }: CandidateBid): Finding {
  const isPassed = faults === 0;
  return {
    ...{ isPassed, facts: { faults }, arithmetic: `${faults} ${isPassed ? '=' : '>'} 0` },
    words: isPassed
      ? { zh: '申报书填写完整。', en: 'The application is complete.' }
      : {
          zh: `申报书有${faults}处缺失或错误，见申报页面。`,
          en: `The application has ${faults} faults; the page of the bid shows where.`,
        },
  };
}

/** Whether the bid declares what is asked for. */
export function declaredFinding(
  { declarations }: CandidateBid,
  { code, statement }: Declared,
): Finding {
  const isPassed = declarations.has(code);
  return {
    ...{ isPassed, facts: { code }, arithmetic: isPassed ? '1 = 1' : '0 < 1' },
    words: {
      zh: `${isPassed ? '已声明' : '未声明'}：${statement.zh}`,
      en: `${isPassed ? 'Declared' : 'Not declared'}: ${statement.en}`,
    },
  };
}

/** Whether the document that is asked for is attached. */
export function attachedFinding(
  { documents }: CandidateBid,
  { code, document }: Attached,
): Finding {
  const isPassed = documents.has(code);
  return {
    ...{ isPassed, facts: { code }, arithmetic: isPassed ? '1 = 1' : '0 < 1' },
    words: {
      zh: `“${document.zh}”${isPassed ? '已附' : '未附'}。`,
      en: `“${document.en}” is ${isPassed ? '' : 'not '}attached.`,
    },
  };
}

/** Whether the grant that the bid asks for keeps to the amount rule. */
export function amountOutcome({ money }: CandidateBid, rules: RuleSet): DecidedCheck {
  if (money === null) return unreadable('/amount');
  try {
    const { explanation } = workOutGrant(rules, money);
    return {
      verdict: 'pass',
      facts: { arithmetic: explanation.arithmetic },
      explanation,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused('/amount', error);
  }
}

/** Whether the own match of the rules is reached. */
export function matchOutcome({ money }: CandidateBid, rules: RuleSet): DecidedCheck {
  return money === null ? unreadable('/match') : ofRule(ownMatch(rules, money));
}

/** Whether the budget keeps to the limits on its lines; where no grant follows from the bid, none of them can be held. */
export function costsOutcome({ money }: CandidateBid, rules: RuleSet): DecidedCheck {
  if (money === null) return unreadable('/costLimits');
  try {
    const { grantFen } = workOutGrant(rules, money);
    const lines = money.lines ?? new Map<string, bigint>();
    return ofRule(costLimits(rules, { budgetFen: money.budgetFen, grantFen, lines }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused('/costLimits', error);
  }
}

function ofRule({ refusal, explanation }: RuleCheck): DecidedCheck {
  const { arithmetic } = explanation;
  if (refusal === null) return { verdict: 'pass', facts: { arithmetic }, explanation };
  return {
    verdict: 'fail',
    facts: { ...refusal.facts, why: refusal.code, arithmetic },
    explanation,
  };
}

function refused(rule: string, { code, facts }: Refusal): DecidedCheck {
  const words = { zh: tell(code, facts, 'zh-CN').text, en: tell(code, facts, 'en').text };
  return decided(rule, { isPassed: false, facts: { ...facts, why: code }, arithmetic: '', words });
}

function unreadable(rule: string): DecidedCheck {
  return decided(rule, {
    ...{ isPassed: false, facts: { why: 'unreadable' }, arithmetic: '' },
    words: {
      zh: '申报书的预算或自筹资金无法读取。',
      en: 'The budget or the own funds of the application cannot be read.',
    },
  });
}
