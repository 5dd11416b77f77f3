import { digestOf } from '../../platform/crypto/digest';
import type { ContractRules } from '../../rules';
import type { ProjectPlan } from './project-plan';

type AnnexKind = NonNullable<ContractRules['annexes']>[number];

/** Something that is part of a contract, by the digest of what it says; a pledge is collected on paper, and put to it by people. */
export type ContractAnnex = {
  readonly annex: AnnexKind;
  /** SHA-256 of its canonical JSON (RFC 8785), in hex. */
  readonly digest: string | null;
};

/**
 * What the rules make part of a contract. Plan and budget stand in the contract itself; the application is the one that was awarded,
 * or, of a commission, the plan that it was given. No form has a pledge of its own.
 * @source cn-binhai-2014: application, plan of activities and budget are annexes of the agreement
 */
export function annexesOf(
  { annexes = [] }: Pick<ContractRules, 'annexes'>,
  plan: ProjectPlan,
  applicationDigest: string | null,
): { readonly annexes?: readonly ContractAnnex[] } {
  if (annexes.length === 0) return {};
  return {
    annexes: annexes.map((annex) => ({ annex, digest: digestFor(annex, plan, applicationDigest) })),
  };
}

/** The annexes of a contract whose plan was amended: what the plan says anew, and the application that it was awarded for. */
export function amendedAnnexes(
  annexes: readonly ContractAnnex[],
  plan: ProjectPlan,
): readonly ContractAnnex[] {
  return annexes.map(({ annex, digest }) => ({ annex, digest: digestFor(annex, plan, digest) }));
}

function digestFor(
  annex: AnnexKind,
  { budgetLines, ownFunds, activities, indicators }: ProjectPlan,
  applicationDigest: string | null,
): string | null {
  switch (annex) {
    case 'budget':
      return digestOf({ lines: budgetLines.map((line) => ({ ...line })), ownFunds });
    case 'plan':
      return digestOf({
        activities: activities.map((activity) => ({ ...activity })),
        indicators: indicators.map((indicator) => ({ ...indicator })),
      });
    case 'application':
      return (
        applicationDigest ??
        digestFor('plan', { budgetLines, ownFunds, activities, indicators }, null)
      );
    case 'pledge':
      return null;
  }
}
