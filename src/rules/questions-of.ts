import { pointerTo } from './json-pointer';
import type {
  BilingualText,
  Choice,
  Clause,
  DecisionAnswer,
  DecisionRule,
  Role,
  RuleSet,
  ScorePart,
  Step,
} from './rule-set.types';

/** Points that a person enters, no finer than the sheets. */
export interface PointsAsked {
  readonly variant: 'points';
  /** The least that is given when any is. */
  readonly min: number;
  readonly max: number;
}

/** What kind of answer a question has. */
export type AskedAnswer = DecisionAnswer | PointsAsked;

/** A question of a rule set that a person answers on the record: a decision, or a figure that a typed rule reads. */
export interface RoundQuestion {
  /** Unique in the rule set; of a typed rule that asks for a figure, what the figure is. */
  readonly code: string;
  readonly at: Step;
  readonly per: DecisionRule['per'];
  readonly by: Role;
  readonly question: BilingualText;
  readonly answer: AskedAnswer;
  /** Where a question that no typed rule asks comes from; null of a typed rule. */
  readonly clause: Clause | null;
  /** The rule that asks it, as a JSON pointer. */
  readonly rule: string;
}

/** The codes of the figures that typed rules ask for. Decisions cannot have them: these have a dot. */
export const figureCodes = {
  votes: 'votes.count',
  voters: 'votes.voters',
  tie: 'tie.place',
  gifts: 'gifts.amount',
  approved: 'amount.approved',
  settled: 'amount.settled',
  pitch: 'pitch.outcome',
  shortlist: 'shortlist.outcome',
  voteOff: 'award.vote-off',
  part: (code: string) => `part.${code}`,
  forwarding: (code: string) => `forwarding.${code}`,
} as const;

/**
 * Every question that persons answer in a round by these rules: the decisions, and the figures and outcomes that typed rules
 * read and no rule can know.
 */
export function questionsOf(rules: RuleSet): RoundQuestion[] {
  return [
    ...forwarding(rules),
    ...shortlisting(rules),
    ...figures(rules),
    ...parts(rules),
    ...amounts(rules),
    ...voteOff(rules),
    ...(rules.decisions ?? []).map((decision, index) => ({
      ...decision,
      rule: pointerTo('decisions', index),
    })),
  ];
}

/** The questions that have to be answered before one of these steps ends, about things of one kind. */
export function questionsAt(
  rules: RuleSet,
  per: RoundQuestion['per'],
  steps: readonly Step[],
): RoundQuestion[] {
  return questionsOf(rules).filter((one) => one.per === per && steps.includes(one.at));
}

function forwarding({ forwarding: layers = [] }: RuleSet): RoundQuestion[] {
  return layers.map(({ code, name, by }, index) => ({
    ...{ code: figureCodes.forwarding(code), at: 'forwarding', per: 'bid', by, clause: null },
    question: {
      zh: `“${name.zh}”是否同意推荐该项目？`,
      en: `Does "${name.en}" forward the project?`,
    },
    answer: passOrOut({ zh: '推荐', en: 'forwarded' }, { zh: '不予推荐', en: 'not forwarded' }),
    rule: pointerTo('forwarding', index),
  }));
}

function shortlisting({ shortlist }: RuleSet): RoundQuestion[] {
  if (shortlist?.by.variant !== 'role') return [];
  return [
    {
      ...{ code: figureCodes.shortlist, at: 'shortlisting', per: 'bid', by: shortlist.by.role },
      question: { zh: '该项目是否入围？', en: 'Is the project shortlisted?' },
      answer: passOrOut({ zh: '入围', en: 'shortlisted' }, { zh: '未入围', en: 'not shortlisted' }),
      ...{ clause: null, rule: pointerTo('shortlist') },
    },
  ];
}

function figures({ votes, gifts, pitch }: RuleSet): RoundQuestion[] {
  const asked: RoundQuestion[] = [];
  const each = { per: 'bid', clause: null } as const;
  if (gifts !== undefined) {
    asked.push({
      ...{ ...each, code: figureCodes.gifts, at: 'gifts', by: gifts.by },
      question: {
        zh: '该项目获得的定向捐助共多少元？',
        en: 'What do the gifts for the project come to, in yuan?',
      },
      ...{ answer: { variant: 'amount' }, rule: pointerTo('gifts') },
    });
  }
  if (votes !== undefined) {
    asked.push({
      ...{ ...each, code: figureCodes.votes, at: 'votes', by: votes.by },
      question: {
        zh: '该项目获得多少张有效选票？',
        en: 'How many valid votes has the project received?',
      },
      ...{ answer: { variant: 'count' }, rule: pointerTo('votes') },
    });
  }
  if (pitch?.disqualifies !== undefined) {
    asked.push({
      ...{ ...each, code: figureCodes.pitch, at: 'pitch', by: 'organizer' },
      question: {
        zh: '该项目的路演是否符合规则？',
        en: 'Did the pitch of the project keep to the rules?',
      },
      answer: pitchOutcome(pitch.disqualifies),
      rule: pointerTo('pitch', 'disqualifies'),
    });
  }
  return asked;
}

/** How each breach of the rules of a pitch is called. */
const BREACHES = {
  'presenter-not-of-project': {
    zh: '由非本项目人员代讲',
    en: 'somebody who is not of the project presented it',
  },
  'slides-late': { zh: '逾期提交演示文稿', en: 'the slides came late' },
  absent: { zh: '未到场', en: 'nobody came' },
  'over-time': { zh: '超过规定时间', en: 'it went beyond its time' },
} as const satisfies Record<string, BilingualText>;

function pitchOutcome(breaches: readonly (keyof typeof BREACHES)[]): Choice {
  return {
    variant: 'choice',
    options: [
      { code: 'kept', name: { zh: '符合规则', en: 'kept to the rules' }, effect: 'goes-on' },
      ...breaches.map((code) => ({ code, name: BREACHES[code], effect: 'excludes' as const })),
    ],
  };
}

function parts({ scoring, votes }: RuleSet): RoundQuestion[] {
  return (scoring.parts ?? []).flatMap((part, index) => {
    const rule = pointerTo('scoring', 'parts', index);
    if (part.variant === 'votes' && part.of === 'share-of-voters') {
      return [{ ...voters(votes?.by ?? 'organizer'), rule }];
    }
    const asked = byPerson(part);
    return asked === null ? [] : [{ ...asked, rule }];
  });
}

function voters(by: Role): Omit<RoundQuestion, 'rule'> {
  return {
    ...{ code: figureCodes.voters, at: 'votes', per: 'lot', by, clause: null },
    question: { zh: '共有多少人有效投票？', en: 'How many have cast a valid vote?' },
    answer: { variant: 'count' },
  };
}

/**
 * What is asked about bids that no rule can tell apart: the place of each among them. Asked only when there is such a tie.
 * @source rounds.md 2.24
 */
export function tieQuestion(by: Role): RoundQuestion {
  return {
    ...{ code: figureCodes.tie, at: 'review', per: 'bid', by, clause: null },
    question: {
      zh: '同分的申报中，该项目列第几？',
      en: 'Which place has the project among those with the same score?',
    },
    ...{ answer: { variant: 'count' }, rule: pointerTo('scoring', 'tieBreak') },
  };
}

function byPerson(part: ScorePart): Omit<RoundQuestion, 'rule'> | null {
  if (part.variant !== 'bonus' && part.variant !== 'given') return null;
  const [min, max] = part.variant === 'bonus' ? [part.min ?? 0, part.max] : [0, part.points];
  const { code, name, by } = part;
  return {
    ...{ code: figureCodes.part(code), at: 'review', per: 'bid', by, clause: null },
    question: {
      zh: `“${name.zh}”计多少分（最高${max}分）？`,
      en: `How many points for "${name.en}", of ${max} at most?`,
    },
    answer: { variant: 'points', min, max },
  };
}

function amounts({ amount }: RuleSet): RoundQuestion[] {
  const each = { clause: null, rule: pointerTo('amount') } as const;
  if (amount.variant === 'panel-approved') {
    return [
      {
        ...{ ...each, code: figureCodes.approved, at: 'review', per: 'bid', by: 'organizer' },
        question: {
          zh: '评审核定的资助额是多少元？',
          en: 'Which amount has the panel approved, in yuan?',
        },
        answer: { variant: 'amount', ...(amount.maxAmount && { max: amount.maxAmount }) },
      },
    ];
  }
  if (amount.variant !== 'later-priced') return [];
  return [
    {
      ...{ ...each, code: figureCodes.settled, at: 'pricing', per: 'award', by: amount.by },
      question: {
        zh: '优化后的项目资助额是多少元？',
        en: 'What is the amount after the project was put right, in yuan?',
      },
      answer: { variant: 'amount', max: amount.ceiling },
    },
  ];
}

function voteOff({ award }: RuleSet): RoundQuestion[] {
  if (award.variant !== 'vote-off') return [];
  return [
    {
      ...{ code: figureCodes.voteOff, at: 'award', per: 'bid', by: award.by, clause: null },
      question: { zh: '该项目在票决中是否胜出？', en: 'Has the project won the vote-off?' },
      answer: passOrOut({ zh: '胜出', en: 'won' }, { zh: '未胜出', en: 'not won' }),
      rule: pointerTo('award'),
    },
  ];
}

function passOrOut(passed: BilingualText, out: BilingualText): Choice {
  return {
    variant: 'choice',
    options: [
      { code: 'yes', name: passed, effect: 'goes-on' },
      { code: 'no', name: out, effect: 'excludes' },
    ],
  };
}
