import { byHand, type KeptByHand } from './by-hand';
import { pointerTo } from './json-pointer';
import type { ContractRules, RuleSet } from './rule-set.types';

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
    ...changes.map(({ name }, index) =>
      byHand(
        pointerTo('changes', index),
        `“${name.zh}”：系统以合同变更办理，规则所要的同意方式和说明由人核对。`,
        `"${name.en}": the service knows amendments of contracts; who has to agree and what is stated is looked at by people.`,
      ),
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
