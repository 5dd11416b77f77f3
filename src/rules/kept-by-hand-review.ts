import { byHand, type KeptByHand } from './by-hand';
import { pointerTo } from './json-pointer';
import type { PanelRules, PitchRules, RuleSet } from './rule-set.types';

/** What people see to while the bids are qualified and reviewed. */
export function keptByHandInReview(rules: RuleSet): KeptByHand[] {
  const { panel, panels = [], shortlist, pitch } = rules;
  return [
    ...(panel === undefined ? [] : ofPanel(panel, pointerTo('panel'))),
    ...panels.flatMap((one, index) => ofPanel(one, pointerTo('panels', index))),
    ...(shortlist?.by.variant === 'panel'
      ? ofPanel(shortlist.by.panel, pointerTo('shortlist', 'by', 'panel'))
      : []),
    ...(pitch === undefined ? [] : ofPitch(pitch)),
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
