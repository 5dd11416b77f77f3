import { parseRatio, type Ratio } from '../kernel/ratio';
import { AwardBudgets } from './award-budgets';
import type {
  AwardCandidate,
  Ending,
  Finding,
  HeldAward,
  Lack,
  Room,
  Short,
  Stretch,
} from './award-finding';
import { AwardPlaces } from './award-places';
import { leastShareLeft, whenItDoesNotFit, type AllocationRules } from './award-rules';
import type { Draw, Offer } from './paying-pots';
import { Pots } from './pots';
import type { FundPot } from './rule-set.types';

/** What stands in a round before some bids have their turn. */
export interface Taken {
  /** The awards of the lot that stand. */
  readonly held: readonly HeldAward[];
  /** The organizations of the awards that stand in the round's other lots, one for each award. */
  readonly elsewhere: readonly string[];
}

/** The place of an award, before its money. */
type Seat = Pick<Room, 'place' | 'counts'>;

/** What is left while awards are given one after another: places, budgets, and the pots. */
export class AwardRoom {
  private readonly pots: Pots;
  private readonly places: AwardPlaces;
  private readonly budgets: AwardBudgets;
  /** The awards of a category ended for want of its budget. */
  private readonly stops = new Map<string | null, Ending>();
  /** By the bid: what ended with it. */
  private readonly endings = new Map<string, Ending>();
  private readonly least: Ratio | null;
  /** Whether an award is beyond the pots already. */
  private isOverrun: boolean;

  constructor(
    private readonly rules: AllocationRules,
    funding: readonly FundPot[],
    { held, elsewhere }: Taken,
  ) {
    this.pots = new Pots(funding);
    this.places = new AwardPlaces(rules, held, elsewhere);
    this.budgets = new AwardBudgets(rules, held);
    const least = leastShareLeft(rules.award);
    this.least = least === undefined ? null : parseRatio(least);
    this.isOverrun = held.some(({ overrunFen = 0n }) => overrunFen > 0n);
  }

  get left(): readonly Draw[] {
    return this.pots.left;
  }

  /**
   * Gives a bid its part where there is room for it.
   * @param mayBorrow whether it may take a place that another category cannot fill
   */
  take(candidate: AwardCandidate, mayBorrow = false): Finding {
    const ending = this.endingFor(candidate);
    if (ending !== undefined) return { fits: false, obstacle: ending };
    const seat = this.places.find(candidate, mayBorrow);
    if ('kind' in seat) return { fits: false, obstacle: seat };
    const money = this.moneyFor(candidate);
    if (money.kind === 'offer') return this.give(candidate, seat, money, null);
    const by = this.outcomeOf(candidate, money);
    if (by === 'partial' || by === 'overrun') return this.stretch(candidate, seat, money, by);
    if (by === 'stop') this.end(money, { kind: 'stopped', at: candidate });
    return { fits: false, obstacle: { kind: 'short', lack: money, by } };
  }

  /** Gives a bid what is left for it, and with that the awards end. */
  private stretch(candidate: AwardCandidate, seat: Seat, lack: Lack, kind: Stretch): Finding {
    const offer = this.pots.offer(candidate.category, lack.leftFen);
    if (offer.kind !== 'offer') throw new Error('the pots hold less than they said');
    const finding = this.give(candidate, seat, offer, { kind, lack });
    this.isOverrun ||= kind === 'overrun';
    this.end(lack, { kind, at: candidate });
    return finding;
  }

  private give(
    candidate: AwardCandidate,
    { place, counts }: Seat,
    offer: Offer,
    stretch: Room['stretch'],
  ): Finding {
    const { category, amountFen } = candidate;
    const drawnFen = stretch?.lack.leftFen ?? amountFen;
    const budgetLeftFen = this.budgets.leftOf(category);
    const { lotLeftFen } = this.budgets;
    const draws = this.pots.draw(category, drawnFen, offer);
    this.budgets.spend(category, drawnFen);
    this.places.take(candidate);
    return {
      fits: true,
      room: { place, counts, stretch, budgetLeftFen, lotLeftFen, offer, draws },
    };
  }

  /** The money for a bid, or what does not reach: of the lot's budget and the pots, that of which less is left. */
  private moneyFor(candidate: AwardCandidate): Offer | Lack {
    const ofBudget = this.budgets.lackFor(candidate);
    if (ofBudget?.kind === 'budget') return ofBudget;
    const ofPots = this.pots.offer(candidate.category, candidate.amountFen);
    if (ofBudget === null) return ofPots;
    if (ofPots.kind === 'offer') return ofBudget;
    return ofPots.kind === 'noPot' || ofPots.leftFen < ofBudget.leftFen ? ofPots : ofBudget;
  }

  /** What the rules do with a bid that the money does not reach for. At most one award of a lot is beyond the pots. */
  private outcomeOf({ amountFen }: AwardCandidate, { kind, leftFen }: Lack): Short['by'] | Stretch {
    // It could not have been paid by any pot: that is nobody else's end.
    if (kind === 'noPot') return 'skip';
    const rule = whenItDoesNotFit(this.rules.award);
    if (rule === 'skip' || rule === 'stop') return rule;
    if (leftFen === 0n) return 'skip';
    const least = this.least;
    if (least !== null && leftFen * least.d < amountFen * least.n) return 'too-little';
    return rule === 'overrun' && this.isOverrun ? 'once' : rule;
  }

  /** Nothing more is given: in the category whose budget did not reach, from the pots that did not, or at all. */
  private end({ kind }: Lack, ending: Ending): void {
    const { category, bidId } = ending.at;
    if (kind === 'budget') {
      this.stops.set(category, ending);
      return;
    }
    this.endings.set(bidId, ending);
    if (kind === 'lotBudget') this.pots.closeAll(bidId);
    else this.pots.close(category, bidId);
  }

  private endingFor({ category }: AwardCandidate): Ending | undefined {
    const closedAt = this.pots.closedFor(category);
    return closedAt === null ? this.stops.get(category) : this.endings.get(closedAt);
  }
}
