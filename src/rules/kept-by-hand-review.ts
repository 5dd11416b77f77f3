import { byHand, type KeptByHand } from './by-hand';
import { pointerTo } from './json-pointer';
import { REVIEW_STEPS } from './review-phases';
import type { DecisionRule, PanelRules, PitchRules, RuleSet, Step } from './rule-set.types';

/** What people see to while the bids are qualified and reviewed. */
export function keptByHandInReview(rules: RuleSet): KeptByHand[] {
  const { panel, panels = [], shortlist, pitch, decisions = [] } = rules;
  return [
    ...(panel === undefined ? [] : ofPanel(panel, pointerTo('panel'))),
    ...panels.flatMap((one, index) => ofPanel(one, pointerTo('panels', index))),
    ...(shortlist?.by.variant === 'panel'
      ? ofPanel(shortlist.by.panel, pointerTo('shortlist', 'by', 'panel'))
      : []),
    ...(pitch === undefined ? [] : ofPitch(pitch)),
    ...decisions.flatMap((decision, index) => ofDecision(decision, pointerTo('decisions', index))),
  ];
}

function ofPanel(
  { selection, observers }: Pick<PanelRules, 'selection' | 'observers'>,
  at: string,
): KeptByHand[] {
  return [
    ...(selection.variant === 'appointment'
      ? [
          byHand(
            at + pointerTo('selection'),
            '规则为指定成员；系统仍从专家库随机抽取，指定的成员须先列入专家库。',
            'The rules have the members named; the service draws them from the pool all the same, and those named have to be in it.',
          ),
        ]
      : []),
    ...(observers === undefined
      ? []
      : [
          byHand(
            at + pointerTo('observers'),
            '列席人员由人邀请，系统不记录。',
            'Observers are invited by people; the service keeps no record of them.',
          ),
        ]),
  ];
}

function ofPitch(pitch: PitchRules): KeptByHand[] {
  const limits = ['presentMinutes', 'questionMinutes', 'maxSlides', 'slidesDueAt'] as const;
  return limits
    .filter((name) => pitch[name] !== undefined)
    .map((name) =>
      byHand(
        pointerTo('pitch', name),
        '路演在系统之外进行，时间和材料由人掌握。',
        'Pitches take place outside the service; people keep their times and slides.',
      ),
    );
}

/** The steps up to the review, and of what is asked there. */
const ASKED: Readonly<Record<'bid' | 'lot', readonly Step[]>> = {
  bid: ['forwarding', 'qualification', 'shortlisting', ...REVIEW_STEPS],
  lot: REVIEW_STEPS,
};
const UNTIL_NOTICE: readonly Step[] = ['needs', 'call', ...ASKED.bid, 'notice'];

function ofDecision({ at: step, per, question }: DecisionRule, at: string): KeptByHand[] {
  const isAsked = (per === 'bid' || per === 'lot') && ASKED[per].includes(step);
  if (isAsked || !UNTIL_NOTICE.includes(step)) return [];
  return [
    byHand(
      at,
      `系统不在此环节提出该事项，由人作出决定并自行留档：${question.zh}`,
      `The service does not ask this here; people decide it and keep the record: ${question.en}`,
    ),
  ];
}
