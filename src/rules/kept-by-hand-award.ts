import { byHand, type KeptByHand } from './by-hand';
import { pointerTo } from './json-pointer';
import type { AmountRule, ObjectionRules, RuleSet } from './rule-set.types';

/** What people see to when the awards are made and stand in their notice. */
export function keptByHandInAward({ amount, titles, notice, objection }: RuleSet): KeptByHand[] {
  return [
    ...(isSettledLater(amount)
      ? [
          byHand(
            pointerTo('amount'),
            '系统按申请额（即资助额上限）立项和签约；资助额确定后由人以合同变更办理。',
            'The service awards and contracts what was asked for, which is the ceiling; once the amount is settled people amend the contract.',
          ),
        ]
      : []),
    ...(titles === undefined
      ? []
      : [
          byHand(
            pointerTo('titles'),
            '奖项名称按名次由人公布。',
            'The titles that go with the ranks are published by people.',
          ),
        ]),
    ...(notice.contents === undefined
      ? []
      : [
          byHand(
            pointerTo('notice', 'contents'),
            '公示的内容由系统统一列出，规则另列的由人补充。',
            'What the notice holds is the same in every round; what else the rules list is added by people.',
          ),
        ]),
    ...ofObjections(objection),
  ];
}

/** Where the amount of an award is known only after the award. */
function isSettledLater(amount: AmountRule): boolean {
  switch (amount.variant) {
    case 'later-priced':
      return true;
    case 'share-of-budget':
      return amount.budget === 'audited';
    default:
      return false;
  }
}

function ofObjections(objection: ObjectionRules): KeptByHand[] {
  const at = (name: keyof ObjectionRules) => pointerTo('objection', name);
  const { handledBy, suspends, afterNotice } = objection;
  const onPaper = ['form', 'seal', 'contact', 'countsWhen', 'whenNotCooperating'] as const;
  return [
    ...onPaper
      .filter((name) => objection[name] !== undefined)
      .map((name) =>
        byHand(
          at(name),
          '系统只受理网上实名异议；其他形式的异议及其后果由人办理。',
          'The service takes objections online, with a real name; those in another form, and what follows from them, are seen to by people.',
        ),
      ),
    ...(handledBy === undefined || handledBy === 'approver'
      ? []
      : [
          byHand(
            at('handledBy'),
            '系统请审批人答复异议；由谁核查由人安排。',
            'The service asks an approver for the answer; who looks into the objection is arranged by people.',
          ),
        ]),
    ...(suspends === false
      ? [
          byHand(
            at('suspends'),
            '规则为异议不停止签约；系统仍待异议答复后再确认立项。',
            'By the rules contracts do not wait for objections; the service confirms no award before they are answered all the same.',
          ),
        ]
      : []),
    ...(afterNotice === undefined
      ? []
      : [
          byHand(
            at('afterNotice'),
            '公示后的质疑和投诉在系统之外受理，期限由人掌握。',
            'Challenges and complaints after the notice are taken outside the service; people keep their periods.',
          ),
        ]),
  ];
}
