import { byHand, type KeptByHand } from './by-hand';
import { pointerTo } from './json-pointer';
import type { ChangeRule, ContractRules, RuleSet } from './rule-set.types';

/** What stands in a contract, so that changing it takes an amendment. */
const IN_CONTRACT: readonly ChangeRule['what'][number][] = ['plan', 'period', 'budget', 'amount'];

/** What people see to about contracts and their changes. */
export function keptByHandInContract({
  contract,
  currency,
  changes = [],
}: Pick<RuleSet, 'contract' | 'currency' | 'changes'>): KeptByHand[] {
  return [
    ...(currency === 'CNY'
      ? []
      : [
          byHand(
            pointerTo('currency'),
            `申报、立项、合同和拨付页面上的金额标为人民币，实为${currency}；支付凭证由人以${currency}办理，报告支出、变更、追回和定向委托的金额由人另记。`,
            `On the pages of bids, awards, contracts and payments amounts are shown as CNY and are in ${currency}; people pay in it, and keep what is reported as spent, amended, recovered and commissioned apart.`,
          ),
        ]),
    ...inContract(contract),
    ...changes.flatMap(({ name, what }, index) =>
      what.some((thing) => IN_CONTRACT.includes(thing))
        ? [
            byHand(
              pointerTo('changes', index, 'what'),
              `“${name.zh}”由系统受理并征得同意；合同所载内容由双方另以合同变更签署。`,
              `"${name.en}" is asked for and agreed to in the service; what the contract says of it is then amended and signed by both sides.`,
            ),
          ]
        : [],
    ),
  ];
}

function inContract({ price, annexes = [] }: ContractRules): KeptByHand[] {
  return [
    ...(price === 'by-output'
      ? [
          byHand(
            pointerTo('contract', 'price'),
            '按实际产出计算应付金额由人办理。',
            'What is paid for the outputs delivered is reckoned by people.',
          ),
        ]
      : []),
    ...annexes.flatMap((annex, index) =>
      annex === 'pledge'
        ? [
            byHand(
              pointerTo('contract', 'annexes', index),
              '承诺书由人收取并附于合同。',
              'The pledge is collected by people and put to the contract.',
            ),
          ]
        : [],
    ),
  ];
}
