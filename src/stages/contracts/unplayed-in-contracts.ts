import { pointerTo, type ContractRules, type RuleSet } from '../../rules';

/** The places of a rule set, as JSON pointers, that contracts cannot carry out yet. No round is created with one of them. */
export function unplayedInContracts({
  contract,
  currency,
  changes = [],
}: Pick<RuleSet, 'contract' | 'currency' | 'changes'>): string[] {
  return [
    // What is paid is paid, and told, in yuan.
    ...(currency === 'CNY' ? [] : [pointerTo('currency')]),
    ...inContract(contract),
    ...changes.map((_, index) => pointerTo('changes', index)),
  ];
}

function inContract({ price, annexes = [] }: ContractRules): string[] {
  return [
    ...(price === 'by-output' ? [pointerTo('contract', 'price')] : []),
    ...annexes.flatMap((annex, index) =>
      annex === 'pledge' ? [pointerTo('contract', 'annexes', index)] : [],
    ),
  ];
}
