import { parseAmount, type Fen } from '../kernel/money';
import type { AwardCandidate, HeldAward, Lack } from './award-finding';
import { isByQuotas, type AllocationRules } from './award-rules';

/** What is left of the budgets of the categories and of the lot: bounds, beside the pots that pay. */
export class AwardBudgets {
  private readonly ofCategory = new Map<string, Fen>();
  private ofLot: Fen | null;

  constructor(rules: AllocationRules, held: readonly HeldAward[]) {
    for (const { code, budget } of isByQuotas(rules) ? rules.categories : []) {
      if (budget !== undefined) this.ofCategory.set(code, parseAmount(budget));
    }
    const lotBudget = rules.lot?.budget;
    this.ofLot = lotBudget === undefined ? null : parseAmount(lotBudget);
    for (const { category, amountFen, overrunFen = 0n } of held) {
      this.spend(category, amountFen - overrunFen);
    }
  }

  /** What is left of the lot's budget; null where it has none. */
  get lotLeftFen(): Fen | null {
    return this.ofLot;
  }

  /** What is left of a category's budget; null where it has none. */
  leftOf(category: string | null): Fen | null {
    return category === null ? null : (this.ofCategory.get(category) ?? null);
  }

  /** The budget of its category or of the lot that does not reach for a bid; null when both do. */
  lackFor({ category, amountFen }: AwardCandidate): Lack | null {
    const leftFen = this.leftOf(category);
    if (leftFen !== null && amountFen > leftFen) return { kind: 'budget', leftFen };
    if (this.ofLot !== null && amountFen > this.ofLot) {
      return { kind: 'lotBudget', leftFen: this.ofLot };
    }
    return null;
  }

  /** Counts money that an award takes from the pots. */
  spend(category: string | null, amountFen: Fen): void {
    const leftFen = this.leftOf(category);
    if (category !== null && leftFen !== null)
      this.ofCategory.set(category, rest(leftFen, amountFen));
    if (this.ofLot !== null) this.ofLot = rest(this.ofLot, amountFen);
  }
}

/** What stands may be more than there is, where it was given by other rules: then nothing is left. */
function rest(leftFen: Fen, amountFen: Fen): Fen {
  return leftFen > amountFen ? leftFen - amountFen : 0n;
}
