import { pointerTo } from './json-pointer';
import { questionsOf } from './questions-of';
import type { RuleSet, TrancheTrigger } from './rule-set.types';

/** One rule of a rule set, and whether it is kept by the system alone. */
export interface CountedRule {
  readonly pointer: string;
  /** `rule`: the system keeps it. `person`: somebody decides, enters or sees to it. */
  readonly by: 'rule' | 'person';
}

/**
 * The rules of a rule set one by one, each once: what the system does by itself, and what it asks of a person. Names, texts and
 * forms are no rules. A typed rule that reads a figure entered by a person is kept by the system; entering the figure is
 * counted for itself.
 */
export function countRules(rules: RuleSet): CountedRule[] {
  const counted = [
    ...ofTheCall(rules),
    ...ofApplicants(rules),
    ...ofMoney(rules),
    ...ofReview(rules),
    ...ofAward(rules),
    ...ofProjects(rules),
    ...questionsOf(rules).map(({ rule, code }) => byPerson(`${rule}#${code}`)),
  ];
  return counted;
}

const byRule = (pointer: string): CountedRule => ({ pointer, by: 'rule' });
const byPerson = (pointer: string): CountedRule => ({ pointer, by: 'person' });

/** Which of these parts the rules state, each one rule. */
function stated(rules: object, names: readonly string[], at = ''): CountedRule[] {
  return names
    .filter((name) => (rules as Record<string, unknown>)[name] !== undefined)
    .map((name) => byRule(at + pointerTo(name)));
}

/** Each item of a list, one rule. */
function each<Item>(
  items: readonly Item[] | undefined,
  at: string,
  by: (item: Item) => CountedRule['by'] = () => 'rule',
): CountedRule[] {
  return (items ?? []).map((item, index) => ({ pointer: at + pointerTo(index), by: by(item) }));
}

function ofTheCall(rules: RuleSet): CountedRule[] {
  const { timetable, lots } = rules;
  return [
    ...stated(
      rules,
      ['sealing', 'minimumBids', 'questions', 'corrections', 'steps', 'form', 'calendar'],
      '',
    ),
    ...stated(
      timetable,
      ['callOpensAt', 'callClosesAt', 'projectFrom', 'projectTo', 'projectMonths'],
      '/timetable',
    ),
    ...each(timetable.channels, '/timetable/channels', ({ kind }) =>
      kind === 'portal' ? 'rule' : 'person',
    ),
    ...each(timetable.events, '/timetable/events'),
    ...lots.flatMap((lot, index) =>
      stated(lot, ['opensAt', 'closesAt', 'budget', 'winners'], pointerTo('lots', index)),
    ),
  ];
}

function ofApplicants({ applicants, qualification }: RuleSet): CountedRule[] {
  return [
    ...(applicants === undefined
      ? []
      : [
          ...each(applicants.classes, '/applicants/classes'),
          ...stated(applicants, ['jointBids', 'viaHost'], '/applicants'),
        ]),
    ...each(qualification, '/qualification', ({ variant }) =>
      variant === 'judged' ? 'person' : 'rule',
    ),
  ];
}

function ofMoney(rules: RuleSet): CountedRule[] {
  return [
    ...each(rules.funding, '/funding'),
    ...rules.categories.flatMap((category, index) =>
      stated(category, ['quota', 'budget', 'cap', 'basis'], pointerTo('categories', index)),
    ),
    ...stated(rules, ['amount', 'match']),
    ...each(rules.costLimits, '/costLimits'),
  ];
}

function ofReview({ panel, panels, pitch, shortlist, scoring }: RuleSet): CountedRule[] {
  const selected = (selection: { readonly variant: string }) =>
    selection.variant === 'draw' ? ('rule' as const) : ('person' as const);
  return [
    ...(panel === undefined ? [] : [{ pointer: '/panel', by: selected(panel.selection) }]),
    ...each(panels, '/panels', (one) => selected(one.selection)),
    ...(pitch === undefined
      ? []
      : stated(pitch, ['presentMinutes', 'questionMinutes', 'maxSlides', 'slidesDueAt'], '/pitch')),
    ...(shortlist === undefined ? [] : [byRule('/shortlist/keep')]),
    ...stated(scoring, ['aggregation', 'passMark', 'deviation'], '/scoring'),
    ...each(scoring.parts, '/scoring/parts'),
    ...each(scoring.tieBreak, '/scoring/tieBreak', ({ variant }) =>
      variant === 'decision' ? 'person' : 'rule',
    ),
  ];
}

function ofAward({ award, notice, objection, contract }: RuleSet): CountedRule[] {
  return [
    byRule('/award'),
    ...stated(award, ['most', 'mostPerOrganization', 'reserve'], '/award'),
    ...stated(notice, ['workingDays', 'showsExperts'], '/notice'),
    ...stated(
      objection,
      ['window', 'answerWorkingDays', 'realName', 'afterNotice', 'suspends'],
      '/objection',
    ),
    ...['form', 'seal', 'contact', 'countsWhen', 'whenNotCooperating']
      .filter((name) => (objection as unknown as Record<string, unknown>)[name] !== undefined)
      .map((name) => byPerson(`/objection/${name}`)),
    ...stated(
      contract,
      [
        ...['signWithinDays', 'publishWithinWorkingDays', 'fileWithinWorkingDays'],
        ...['amendments', 'price', 'termMonths', 'annexes'],
      ],
      '/contract',
    ),
  ];
}

function ofProjects(rules: RuleSet): CountedRule[] {
  return [
    ...each(rules.tranches, '/tranches', ({ trigger }) =>
      asksSomebody(trigger) ? 'person' : 'rule',
    ),
    ...each(rules.evaluations, '/evaluations'),
    ...rules.evaluations.flatMap((evaluation, index) =>
      each(evaluation.consequences, pointerTo('evaluations', index, 'consequences'), (one) =>
        one.variant === 'claw-back' ? 'person' : 'rule',
      ),
    ),
    ...each(rules.reports, '/reports'),
    ...stated(rules, ['visits', 'commission']),
    ...stated(rules.monitoring ?? {}, ['rectification', 'reports'], '/monitoring'),
    ...each(rules.monitoring?.duties, '/monitoring/duties', () => 'person'),
    ...each(rules.changes, '/changes', () => 'person'),
    ...each(rules.sanctions, '/sanctions', () => 'person'),
  ];
}

function asksSomebody(trigger: TrancheTrigger): boolean {
  if (trigger.variant === 'all-of') return trigger.triggers.some(asksSomebody);
  return trigger.variant === 'accepted';
}
