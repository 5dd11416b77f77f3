// Made from rule-set.schema.json by scripts/make-rule-set-types.mjs: change the schema and make it again.
import type { Day } from '../kernel/day';

/**
 * A short name that other parts of the rules, bids and records refer to; unique in its list and never reused for something else.
 */
export type Code = string;
/**
 * A moment with its offset from UTC, RFC 3339, no finer than a millisecond.
 */
export type Moment = string;
/**
 * Yuan with exactly two decimals, as text, so that no number format can change it.
 */
export type Amount = string;
/**
 * A share of a whole from 0 to 1, as decimal text with at most six places.
 */
export type Share = string;
/**
 * A number of points, as decimal text with at most four places.
 */
export type Mark = string;
/**
 * Axes 5 and 6. How a bid's grant follows from its budget.
 */
export type AmountRule =
  | BudgetLessOwnFunds
  | UpToCap
  | TieredAmount
  | FlatAmount
  | PrizeByRank
  | ShareOfBudget
  | PanelApproved
  | FixedPrice
  | UnitPrice
  | GiftMatch
  | LaterPriced;
/**
 * Axes 7 to 11 and domain 2.5. One check of the qualification; a bid qualifies when it passes all.
 */
export type QualificationCheck =
  | AmountWithinRule
  | CreditCodeValid
  | RegisteredFor
  | NotSanctioned
  | BidsPerOrganization
  | FormComplete
  | Judged
  | ApplicantKind
  | RegisteredFrom
  | CleanOf
  | AnnualCheckPassed
  | AssessmentGradeAtLeast
  | PastEvaluationPassed
  | NoOpenProject
  | Declared
  | Attached
  | OwnMatchReached
  | CostLimitsKept;
/**
 * Axis 19. How members are found.
 */
export type PanelSelection = RandomDraw | Appointment;
/**
 * Axes 21 and 22. How the sheets of a bid become one number.
 */
export type AggregationRule = MeanOfSheets | TrimmedMean | WeightedSeats;
/**
 * Rounds.md 2.24. What decides between bids with the same number.
 */
export type TieBreakRule = EarlierReceipt | HigherCriterion | HigherPart | LowerAmount | DecidedTie;
/**
 * What becomes of a category's places that its own bids do not fill.
 */
export type UnfilledQuotaRule = UnfilledStays | UnfilledNextBest;
/**
 * Axis 23. Who gets an award.
 */
export type AwardRule = RankWithinBudget | RankWithinQuotas | Entitlement | VoteOff;
/**
 * When an objection is taken.
 */
export type ObjectionWindow = NoticePeriod;
/**
 * Axis 28. What makes a tranche due. Tranche and evaluation are separate graphs (rounds.md 2.13).
 */
export type TrancheTrigger =
  | ContractSigned
  | EvaluationPassed
  | EvaluationGraded
  | NoticeEnded
  | ReportApproved
  | SpentShare
  | MonthsAfterStart
  | OnDay
  | TrancheSettled
  | Accepted
  | AllOf;
/**
 * Who decides: the duty of a person, as the access table has it. Whoever handles the money decides nothing.
 */
export type Role =
  | 'organizer'
  | 'approver'
  | 'streetOfficer'
  | 'communityOfficer'
  | 'expert'
  | 'evaluator'
  | 'supervisor';
/**
 * What an applicant may be, as the register of parties has it.
 */
export type PartyKind =
  | 'association'
  | 'service-institution'
  | 'foundation'
  | 'rural-collective'
  | 'cooperative'
  | 'enterprise'
  | 'public-institution'
  | 'filed-group'
  | 'team'
  | 'person';
/**
 * A grade of the assessment of social organizations (Order 39 of the Ministry of Civil Affairs).
 */
export type AssessmentGrade = '1A' | '2A' | '3A' | '4A' | '5A';
/**
 * A step of the product's own way of a round, in its order.
 */
export type Step =
  | 'needs'
  | 'call'
  | 'forwarding'
  | 'qualification'
  | 'shortlisting'
  | 'optimisation'
  | 'gifts'
  | 'votes'
  | 'pitch'
  | 'review'
  | 'site-check'
  | 'pricing'
  | 'award'
  | 'notice'
  | 'contract'
  | 'payment'
  | 'implementation'
  | 'midterm'
  | 'final'
  | 'close';
/**
 * A factor as decimal text with at most four places.
 */
export type Multiple = string;
/**
 * How the first selection is made.
 */
export type ShortlistBy = ShortlistByPanel | ShortlistByVotes | ShortlistByRole;
/**
 * One part of a bid's score.
 */
export type ScorePart =
  SheetsPart | SeatsPart | VotesPart | GiftsPart | BonusPart | PricePart | HoursPart | GivenPart;
/**
 * Axis 22. raw: as it is. share-of-best: the best gets all points, others in proportion. spread: the best gets all points, the worst none, others in proportion between.
 */
export type Normalising = 'raw' | 'share-of-best' | 'spread';
/**
 * Rounds.md 2.15. Of what the share is; without it of the award.
 */
export type TrancheBase = OfAward | OfYear | OfLines;
/**
 * One trigger of several.
 */
export type SimpleTrigger =
  | ContractSigned
  | EvaluationPassed
  | NoticeEnded
  | ReportApproved
  | SpentShare
  | MonthsAfterStart
  | OnDay
  | TrancheSettled
  | Accepted;
/**
 * Axis 33. What follows from a failed evaluation or a breach.
 */
export type Consequence = Published | ClawedBack | Barred | RecordedOnly;
/**
 * What kind of answer there is.
 */
export type DecisionAnswer = Choice | AmountAnswer | CountAnswer;

/**
 * What makes one round differ from another. Axis numbers refer to the table of how real rounds differ. A rule set is frozen when its round is announced; a correction is a new revision. New kinds of rules come as new variants: the meaning of a variant that a round has used never changes.
 */
export interface RuleSet {
  /**
   * The version of this document's meaning.
   */
  schema: 'yichuang/rule-set/1';
  /**
   * The rule set's own name.
   */
  code: Code;
  title: BilingualText;
  /**
   * Which law stands behind the defaults. grant: public-interest venture grants, local rules. procurement: the Government Procurement Law.
   */
  regime: 'grant' | 'procurement';
  /**
   * Domain 2.3, axis 1. What kind of competition or purchase this is. competitive-grant 公益创投, purchase 项目购买, subsidy 项目补贴, reward 项目奖励, micro-grant 小额资助, entitlement: whoever qualifies gets it, contest: prizes by rank, participatory-budget: residents decide. Without it competitive-grant, or purchase under the procurement regime.
   */
  mode?:
    | 'competitive-grant'
    | 'purchase'
    | 'subsidy'
    | 'reward'
    | 'micro-grant'
    | 'entitlement'
    | 'contest'
    | 'participatory-budget';
  /**
   * The currency of all amounts.
   */
  currency: 'CNY' | 'TWD' | 'EUR';
  /**
   * Whose working days count. CN: the State Council's calendar. TW, ES: public holidays as a library has them, which no authority has confirmed.
   */
  calendar: 'CN' | 'TW' | 'ES';
  /**
   * Axis 24. The steps as the call publishes them, each with the product's step that does it; in the product's order. Without it the product's own steps.
   *
   * @minItems 1
   * @maxItems 40
   */
  steps?: PublishedStep[];
  sealing: SealingRules;
  minimumBids?: MinimumBids;
  timetable: Timetable;
  /**
   * Axis 15. Layers that a bid passes before the panel, in order; each forwards it or not.
   *
   * @minItems 1
   * @maxItems 5
   */
  forwarding?: ForwardingLayer[];
  applicants?: ApplicantRules;
  /**
   * Questions on the call; without it they are taken until the deadline and answered as the law says of inquiries.
   */
  questions?: QuestionRules;
  /**
   * Corrections of these rules while the call is open; without it the law's period holds, by analogy where the round is a grant.
   */
  corrections?: CorrectionRules;
  /**
   * The categories of bids; none when bids are not told apart.
   *
   * @minItems 0
   * @maxItems 40
   */
  categories: CategoryRules[];
  /**
   * The lots.
   *
   * @minItems 1
   * @maxItems 200
   */
  lots: LotRules[];
  /**
   * The pots of money, in the order in which they are drawn on.
   *
   * @minItems 1
   * @maxItems 20
   */
  funding: FundPot[];
  form: FormRules;
  amount: AmountRule;
  match?: MatchRules;
  /**
   * Limits on lines of the budget.
   *
   * @minItems 1
   * @maxItems 40
   */
  costLimits?: CostLimit[];
  gifts?: GiftRules;
  votes?: VoteRules;
  /**
   * The checks, in the order in which they are shown.
   *
   * @minItems 0
   * @maxItems 60
   */
  qualification: QualificationCheck[];
  /**
   * The panel of a lot that one panel reviews whole; without it there are panels by category.
   */
  panel?: PanelRules;
  /**
   * The panels of a lot that several review, instead of the one: every category is in exactly one of them. Their scores are ranked together as they are.
   *
   * @minItems 1
   * @maxItems 40
   */
  panels?: CategoryPanel[];
  pitch?: PitchRules;
  shortlist?: ShortlistRules;
  scoring: ScoringRules;
  award: AwardRule;
  /**
   * Titles that go with the awards by rank, such as gold, silver and bronze; they move no money by themselves (cn-guizhou-2020-r2).
   *
   * @minItems 1
   * @maxItems 20
   */
  titles?: RankTitle[];
  notice: NoticeRules;
  objection: ObjectionRules;
  contract: ContractRules;
  /**
   * The payments, in order.
   *
   * @minItems 1
   * @maxItems 20
   */
  tranches: TrancheRules[];
  /**
   * The evaluations, in order of time.
   *
   * @minItems 0
   * @maxItems 20
   */
  evaluations: EvaluationRules[];
  /**
   * The reports, in order of time.
   *
   * @minItems 0
   * @maxItems 60
   */
  reports: ReportRules[];
  visits: VisitRules;
  monitoring?: MonitoringRules;
  /**
   * Axis 34. What may change in a running project, and who has to agree.
   *
   * @minItems 1
   * @maxItems 20
   */
  changes?: ChangeRule[];
  /**
   * Axis 33. What a breach leads to, beyond the grades.
   *
   * @minItems 1
   * @maxItems 30
   */
  sanctions?: SanctionRule[];
  /**
   * What no typed rule can say: a question that a named role decides, with a record.
   *
   * @minItems 1
   * @maxItems 120
   */
  decisions?: DecisionRule[];
  commission: CommissionRules;
  /**
   * Where the values come from.
   *
   * @minItems 0
   * @maxItems 400
   */
  provenance: Provenance[];
}
/**
 * A text in Chinese, which binds, and in English.
 */
export interface BilingualText {
  /**
   * The Chinese text; it must hold Chinese characters.
   */
  zh: string;
  /**
   * The English text; it must hold none.
   */
  en: string;
}
/**
 * A legal period: so many days of a kind, the day of the event itself not counted (Order 94 of the Ministry of Finance, art. 42).
 */
export interface CountOfDays {
  /**
   * How many days.
   */
  n: number;
  /**
   * calendarDays: every day counts. workingDays: working days of the State Council's calendar, make-up days included.
   */
  unit: 'calendarDays' | 'workingDays';
}
/**
 * Axis 14 and domain 2.4. How bids are kept from being read before the opening.
 */
export interface SealingRules {
  /**
   * assisted: the server keeps the bids; before the opening nobody is shown content, bidder or count. open: bids are read as they come in, for rolling intake, forwarding layers and votes.
   */
  mode: 'assisted' | 'open';
  /**
   * The cipher suite. NONE-1: nothing is enciphered, only access rules keep the bytes from being read; receipt and public page say so.
   */
  suite: 'NONE-1';
}
/**
 * Axes 12 and 13. Days are stored; nothing is derived from labels such as '30 days' (rounds.md 2.12).
 */
export interface Timetable {
  /**
   * The first moment at which a bid is taken.
   */
  callOpensAt: Moment;
  /**
   * The first moment at which no bid is taken any more: the deadline is exclusive. A call that runs to 10 April included closes on 11 April at 00:00.
   */
  callClosesAt: Moment;
  /**
   * The first day of the projects.
   */
  projectFrom: Day;
  /**
   * The last day of the projects, included.
   */
  projectTo: Day;
  /**
   * How many months a project may last.
   */
  projectMonths?: MonthRange;
  /**
   * How many days the call itself says it lasts; kept as published, nothing is derived from it (rounds.md 2.12).
   */
  callDaysAsPublished?: number;
  /**
   * Axis 14. Ways in which a bid has to come in. Without it the portal alone.
   *
   * @minItems 1
   * @maxItems 6
   */
  channels?: Channel[];
  /**
   * Dated happenings that the call publishes and that start no period.
   *
   * @minItems 1
   * @maxItems 40
   */
  events?: TimetableEvent[];
}
/**
 * Axis 12 and rules.md (询问). Until when a question on the call is taken, and how soon it is answered.
 */
export interface QuestionRules {
  /**
   * So many working days are left for bidding when the time for questions ends, the last day on which bids are taken included; without it questions are taken until the deadline.
   */
  closeWorkingDaysBeforeDeadline?: number;
  /**
   * A question is answered within so many working days; without it within 3 (Regulation for the Implementation of the Government Procurement Law, art. 52).
   */
  answerWorkingDays?: number;
}
/**
 * Axis 20 and rules.md (change of document). How much time a correction must leave that may affect how bids are made.
 */
export interface CorrectionRules {
  /**
   * At least so many calendar days lie between such a correction and the deadline, or the deadline moves later with it.
   */
  daysBeforeDeadline: number;
}
/**
 * Axis 17. A label of a bid inside its lot. Ranking and award are the lot's; quota and budget bound what the award gives to one category and set nothing aside for it.
 */
export interface CategoryRules {
  code: Code;
  name: BilingualText;
  /**
   * At most so many of its bids are funded; without it there is no bound but the money.
   */
  quota?: number;
  /**
   * All its awards together take at most this much of the round's money.
   */
  budget?: Amount;
  /**
   * The grant of one of its bids is at most this much, where the amount rule would allow more.
   */
  cap?: Amount;
  /**
   * How many are planned, where the call says about so many; it binds nobody.
   */
  planned?: number;
  /**
   * How its awards come about. competition: by review. directed-commission: not competed for at all (rounds.md 2.21). Without it competition.
   */
  basis?: 'competition' | 'directed-commission';
}
/**
 * Axis 1 and domain 2.3. What is ranked and awarded together.
 */
export interface LotRules {
  code: Code;
  name: BilingualText;
  /**
   * Where lots are phases with times of their own: the first moment at which a bid is taken; without it that of the timetable.
   */
  opensAt?: Moment;
  /**
   * Likewise the first moment at which none is taken any more.
   */
  closesAt?: Moment;
  /**
   * All its awards together take at most this much.
   */
  budget?: Amount;
  /**
   * At most so many of its bids are funded.
   */
  winners?: number;
}
/**
 * Axes 2 and 3. One sum of money that awards are paid from. Awards draw on the pots in the order of the list, and one award may draw on several.
 */
export interface FundPot {
  code: Code;
  name: BilingualText;
  /**
   * Where the money comes from; it goes back there when unspent.
   */
  source:
    | 'fiscal'
    | 'welfare-lottery'
    | 'enterprise-donation'
    | 'foundation'
    | 'crowdfunding'
    | 'own-funds';
  /**
   * How much all awards together may take from this pot.
   */
  amount: Amount;
  /**
   * Domain 2.3. What it may pay for alone; without it anything. Lottery money binds to these (Order of the Ministry of Finance on the lottery fund).
   *
   * @minItems 1
   * @maxItems 5
   *
   * Items: A purpose. elderly 敬老, children 扶幼, orphans 救孤, disability 助残, hardship 济困.
   */
  earmark?: ('elderly' | 'children' | 'orphans' | 'disability' | 'hardship')[];
  /**
   * The codes of the categories that it may pay for; without it all. Awards that end for want of money end for the pots that it was wanting in: others go on for their own categories.
   *
   * @minItems 1
   * @maxItems 40
   */
  categories?: Code[];
  /**
   * Where an award is paid by several pots at once: the share of every award that comes from this one. All pots say it, or none.
   */
  share?: Share;
}
/**
 * One text field of the application form.
 */
export interface FormSection {
  code: Code;
  name: BilingualText;
  /**
   * The most characters it takes.
   */
  maxLength: number;
  /**
   * Whether a bid without it is incomplete.
   */
  required: boolean;
}
/**
 * A line of the project's budget; the contract takes its cost lines from here.
 */
export interface BudgetLine {
  code: Code;
  name: BilingualText;
}
/**
 * How many of a thing a bid must and may hold.
 */
export interface CountRange {
  /**
   * At least so many.
   */
  min: number;
  /**
   * At most so many.
   */
  max: number;
}
/**
 * Domain 2.3. What a bid must hold.
 */
export interface FormRules {
  /**
   * The text fields, in the order of the form.
   *
   * @minItems 1
   * @maxItems 60
   */
  sections: FormSection[];
  /**
   * The lines of the budget.
   *
   * @minItems 1
   * @maxItems 60
   */
  budgetLines: BudgetLine[];
  /**
   * How many planned activities.
   */
  activities: CountRange;
  /**
   * How many indicators with a target.
   */
  indicators: CountRange;
}
/**
 * The grant is the project's budget less the organization's own funds, within a share of the budget and a cap; what asks for more is refused, not cut (cn-guangzhou-2020-r7).
 */
export interface BudgetLessOwnFunds {
  /**
   * Which rule this is.
   */
  variant: 'budget-less-own-funds';
  /**
   * The grant is at most this share of the budget.
   */
  maxShareOfBudget: Share;
  /**
   * The grant is at most this much.
   */
  maxAmount: Amount;
}
/**
 * By rule: the grant asked for keeps to the amount rule.
 */
export interface AmountWithinRule {
  /**
   * Which rule this is.
   */
  variant: 'amount-within-rule';
  for?: CheckScope;
}
/**
 * By rule: the organization's unified social credit code is well formed (GB 32100).
 */
export interface CreditCodeValid {
  /**
   * Which rule this is.
   */
  variant: 'credit-code-valid';
  for?: CheckScope;
}
/**
 * By rule, axis 8: the organization has been registered for some time on the day the call closes.
 */
export interface RegisteredFor {
  /**
   * Which rule this is.
   */
  variant: 'registered-for';
  /**
   * At least so many whole months.
   */
  minMonths: number;
  for?: CheckScope;
}
/**
 * By rule, axes 9 and 10: no sanction in the organization's record is in force on the day the call closes.
 */
export interface NotSanctioned {
  /**
   * Which rule this is.
   */
  variant: 'not-sanctioned';
  for?: CheckScope;
}
/**
 * By rule, axis 11: an organization has at most so many bids in the round.
 */
export interface BidsPerOrganization {
  /**
   * Which rule this is.
   */
  variant: 'bids-per-organization';
  /**
   * At most so many bids.
   */
  max: number;
  for?: CheckScope;
}
/**
 * By rule: everything that the form requires is there.
 */
export interface FormComplete {
  /**
   * Which rule this is.
   */
  variant: 'form-complete';
  for?: CheckScope;
}
/**
 * By a person, who answers yes or no and gives a reason.
 */
export interface Judged {
  /**
   * Which rule this is.
   */
  variant: 'judged';
  code: Code;
  /**
   * What the person answers; yes means that the bid qualifies.
   */
  question: BilingualText;
  for?: CheckScope;
  /**
   * Who answers; without it the programme officer.
   */
  by?: Role;
}
/**
 * Axis 19. One kind of member of the panel.
 */
export interface PanelSeat {
  code: Code;
  name: BilingualText;
  /**
   * How many members of this kind.
   */
  count: number;
  /**
   * The field of expertise an expert must have; without it any expert of the pool may sit.
   */
  field?: Code;
}
/**
 * Members are drawn at random from the pool, seat by seat; anyone can verify the draw.
 */
export interface RandomDraw {
  /**
   * Which rule this is.
   */
  variant: 'draw';
  /**
   * How many more are drawn per seat to step in, in their order.
   */
  substitutes: number;
}
/**
 * Axes 18 and 19. Who reviews the bids.
 */
export interface PanelRules {
  /**
   * How many members; odd in a procurement, and wherever nothing decides between equal halves.
   */
  size: number;
  /**
   * The seats; their counts add up to the size.
   *
   * @minItems 1
   * @maxItems 20
   */
  seats: PanelSeat[];
  selection: PanelSelection;
  /**
   * Who watches without scoring.
   *
   * @minItems 1
   * @maxItems 10
   */
  observers?: Observer[];
}
/**
 * Axes 17 to 19 and domain 2.3. Who reviews the bids of some categories.
 */
export interface CategoryPanel {
  code: Code;
  name: BilingualText;
  /**
   * The codes of the categories whose bids it reviews.
   *
   * @minItems 1
   * @maxItems 40
   */
  categories: Code[];
  /**
   * How many members; odd in a procurement, and wherever nothing decides between equal halves.
   */
  size: number;
  /**
   * The seats; their counts add up to the size.
   *
   * @minItems 1
   * @maxItems 20
   */
  seats: PanelSeat[];
  selection: PanelSelection;
  /**
   * Who watches without scoring.
   *
   * @minItems 1
   * @maxItems 10
   */
  observers?: Observer[];
}
/**
 * Axis 20. One criterion of the review.
 */
export interface Criterion {
  code: Code;
  name: BilingualText;
  /**
   * The most points for it; the least is 0.
   */
  points: number;
  /**
   * Under which heading it stands.
   */
  group?: BilingualText;
}
/**
 * The mean of the sheets' totals, rounded; ranking and pass mark read the rounded number, which is the one published.
 */
export interface MeanOfSheets {
  /**
   * Which rule this is.
   */
  variant: 'mean';
  /**
   * To how many decimals.
   */
  decimals: number;
  /**
   * half-up: a half goes up. half-even: a half goes to the even neighbour. down: what is over is dropped.
   */
  rounding: 'half-up' | 'half-even' | 'down';
}
/**
 * The bid whose last version was received earlier goes first.
 */
export interface EarlierReceipt {
  /**
   * Which rule this is.
   */
  variant: 'earlier-receipt';
}
/**
 * When a sheet must be confirmed with a written reason.
 */
export interface DeviationRule {
  /**
   * It must be when its total lies more than this from the median of the totals.
   */
  limitPoints: Mark;
}
/**
 * Axes 20 to 23. How bids are scored.
 */
export interface ScoringRules {
  /**
   * What the panel scores; the points add up to the total. None where no panel scores.
   *
   * @minItems 0
   * @maxItems 60
   */
  criteria: Criterion[];
  /**
   * The most a sheet can give; 0 where no panel scores.
   */
  totalPoints: number;
  /**
   * How many decimals a score may have; 0 means whole points.
   */
  scoreDecimals: number;
  aggregation: AggregationRule;
  /**
   * A bid below it is out, however much money is left. It is held against the whole score.
   */
  passMark: Mark;
  /**
   * Asked in order until one decides.
   *
   * @minItems 1
   * @maxItems 5
   */
  tieBreak: TieBreakRule[];
  deviation: DeviationRule;
  /**
   * reached: a score equal to it passes. exceeded: only one above it. Without it reached.
   */
  passMarkIs?: 'reached' | 'exceeded';
  /**
   * Axes 20 to 22, rounds.md 2.4 and 2.5. What makes up a bid's score, when the panel's sheets are not all of it. Without it the score is what the sheets come to.
   *
   * @minItems 1
   * @maxItems 12
   */
  parts?: ScorePart[];
}
/**
 * By rank, each bid at the grant it asked for, as long as the pots hold it.
 */
export interface RankWithinBudget {
  /**
   * Which rule this is.
   */
  variant: 'rank-within-budget';
  /**
   * When the money does not reach for a bid. skip: it is passed over and the next is tried. stop: it and all after it get nothing. partial: the first for which at least the least share is left gets what is left, and the awards end. overrun: the first for which at least the least share is left is funded in full beyond the pots, and the awards end (Poznań).
   */
  whenItDoesNotFit: 'skip' | 'stop' | 'partial' | 'overrun';
  /**
   * Whether those that passed and did not fit form a reserve list, in the order of rank.
   */
  reserve: boolean;
  /**
   * For partial and overrun: at least this share of what it asks for must be left.
   */
  leastShareLeft?: Share;
  /**
   * At most so many awards (top N); without it there is no bound but the money.
   */
  most?: number;
  /**
   * Axis 11. At most so many awards for one organization; its next bids are passed over.
   */
  mostPerOrganization?: number;
}
/**
 * A place that a category cannot fill stays empty. One that falls vacant goes to the first of the same category's reserve that fits.
 */
export interface UnfilledStays {
  /**
   * Which rule this is.
   */
  variant: 'stays';
}
/**
 * Places that categories cannot fill go to the best of all bids that only a full quota kept out, whatever their category; budgets of categories still bind. One that falls vacant goes to the first of the same category's reserve that fits, and then to the first of any.
 */
export interface UnfilledNextBest {
  /**
   * Which rule this is.
   */
  variant: 'next-best';
}
/**
 * By rank over the whole lot, each bid at the grant it asked for, as long as its category has a place and money for it and the pots hold it (cn-guangzhou-2020-r7: one lot, five categories).
 */
export interface RankWithinQuotas {
  /**
   * Which rule this is.
   */
  variant: 'rank-within-quotas';
  /**
   * When the money does not reach for a bid. skip: it is passed over and the next is tried. stop: it and all after it get nothing; where only its category's budget is too small, it and all after it of that category. A full quota is no such case: it keeps out its own category alone.
   */
  whenItDoesNotFit: 'skip' | 'stop';
  unfilledQuota: UnfilledQuotaRule;
  /**
   * Whether those that passed and got nothing form a reserve list, in each category in the order of rank.
   */
  reserve: boolean;
  /**
   * Axis 11. At most so many awards for one organization; its next bids are passed over.
   */
  mostPerOrganization?: number;
}
/**
 * Axis 25. The public notice of the proposed awards.
 */
export interface NoticeRules {
  /**
   * So many working days, first and last day both counted.
   */
  workingDays: number;
  /**
   * Whether the experts' names are in it.
   */
  showsExperts: boolean;
  /**
   * The first day as published; kept as a record of a past round, the working days bind.
   */
  firstDay?: Day;
  /**
   * The last day as published, included.
   */
  lastDay?: Day;
  /**
   * What stands in it beside titles and organizations.
   *
   * @minItems 1
   * @maxItems 5
   *
   * Items: One thing.
   */
  contents?: ('amounts' | 'scores' | 'ranks' | 'experts' | 'channels')[];
}
/**
 * As long as the public notice stands.
 */
export interface NoticePeriod {
  /**
   * Which rule this is.
   */
  variant: 'notice-period';
}
/**
 * Axis 26. Objections to the notice.
 */
export interface ObjectionRules {
  window: ObjectionWindow;
  /**
   * It is answered within so many working days.
   */
  answerWorkingDays: number;
  /**
   * Whether the objector must give a name; anonymous ones are refused.
   */
  realName: true;
  /**
   * In which form it is taken. written: on paper or by mail. any: by any way. Without it any.
   */
  form?: 'written' | 'any';
  /**
   * Whether an organization's objection bears its seal.
   */
  seal?: boolean;
  /**
   * Whether a person leaves a way to be reached.
   */
  contact?: boolean;
  /**
   * When a posted objection is in time. received: when it arrives. posted: by its postmark. Without it received.
   */
  countsWhen?: 'received' | 'posted';
  /**
   * Who looks into it; without it the programme officer.
   */
  handledBy?: Role;
  /**
   * What becomes of an award whose organization does not cooperate. Without it none.
   */
  whenNotCooperating?: 'award-cancelled' | 'none';
  /**
   * Whether contracts that it may concern wait for its outcome. Without it they do.
   */
  suspends?: boolean;
  afterNotice?: ChallengeRules;
}
/**
 * Domain 2.8. The signing of the contract.
 */
export interface ContractRules {
  /**
   * Within so many calendar days from the end of the notice.
   */
  signWithinDays: number;
  /**
   * Who signs; the contract is in force with the last signature.
   *
   * @minItems 2
   * @maxItems 2
   *
   * Items: A party that signs.
   */
  signatures: ('funder' | 'grantee')[];
  amendments?: AmendmentRules;
  /**
   * It is published within so many working days of the last signature.
   */
  publishWithinWorkingDays?: number;
  /**
   * A copy is filed within so many working days of the last signature.
   */
  fileWithinWorkingDays?: number;
  /**
   * What is part of it.
   *
   * @minItems 1
   * @maxItems 4
   *
   * Items: One annex.
   */
  annexes?: ('application' | 'plan' | 'budget' | 'pledge')[];
  /**
   * What its amount means. award: what was awarded. lump-sum: what is forgotten is the organization's own cost (cn-shiwan-2025). ceiling: the most that the best grade pays (rounds.md 2.14). by-output: what is delivered is paid. Without it award.
   */
  price?: 'award' | 'lump-sum' | 'ceiling' | 'by-output';
  /**
   * It lasts at most so many months (Order 102 of the Ministry of Finance: as a rule 12, at most 36).
   */
  termMonths?: number;
}
/**
 * Domain 2.8. Changes of a contract in force.
 */
export interface AmendmentRules {
  /**
   * By at most this share of its original amount a contract grows, all its amendments together. Without it 0.1, as the Government Procurement Law has it (art. 49).
   */
  maxIncreaseShare: Share;
}
/**
 * Due when the contract is in force.
 */
export interface ContractSigned {
  /**
   * Which rule this is.
   */
  variant: 'contract-signed';
}
/**
 * Due in full when the evaluation is passed; released when it is failed.
 */
export interface EvaluationPassed {
  /**
   * Which rule this is.
   */
  variant: 'evaluation-passed';
  /**
   * The code of the evaluation.
   */
  evaluation: Code;
}
/**
 * What a grade pays.
 */
export interface GradeFactor {
  /**
   * The code of the grade.
   */
  grade: Code;
  /**
   * The share of the tranche that is paid; the rest is released.
   */
  factor: Share;
}
/**
 * Due when the evaluation is graded, by the grade's factor.
 */
export interface EvaluationGraded {
  /**
   * Which rule this is.
   */
  variant: 'evaluation-graded';
  /**
   * The code of the evaluation.
   */
  evaluation: Code;
  /**
   * One factor for each grade of the evaluation.
   *
   * @minItems 1
   * @maxItems 20
   */
  factors: GradeFactor[];
}
/**
 * Axes 27 to 29. One payment of an award.
 */
export interface TrancheRules {
  code: Code;
  name: BilingualText;
  /**
   * Its share of the award; all shares total 1. Parts are cut to the fen by largest remainder.
   */
  share: Share;
  trigger: TrancheTrigger;
  /**
   * advance: paid before it is spent. balance: paid after the work is judged. reimbursement: the organization has paid it first. loan: owed until the project is complete. bonus: paid by grade inside a contract sized at the best one.
   */
  meaning: 'advance' | 'balance' | 'reimbursement' | 'loan' | 'bonus';
  /**
   * Within this time of the trigger it is paid.
   */
  dueWithin: CountOfDays;
  of?: TrancheBase;
  /**
   * Axis 30. Who is paid. partner: one who collects for the organization, named in the contract. Without it grantee.
   */
  payee?: 'grantee' | 'partner';
}
/**
 * One indicator of an evaluation, scored from 0 to 100.
 */
export interface EvaluationIndicator {
  code: Code;
  name: BilingualText;
  /**
   * Its weight; all weights total 1.
   */
  weight: Share;
}
/**
 * Axis 32. One grade.
 */
export interface Grade {
  code: Code;
  name: BilingualText;
  /**
   * The least score of this grade, included.
   */
  from: Mark;
}
/**
 * The satisfaction survey that goes with an evaluation.
 */
export interface SurveyRules {
  /**
   * An evaluation is not concluded with fewer answers.
   */
  minAnswers: number;
}
/**
 * Axes 32 and 33, domain 2.10. One evaluation of a project.
 */
export interface EvaluationRules {
  code: Code;
  name: BilingualText;
  /**
   * midterm: during the project. final: due on its last day or later.
   */
  kind: 'midterm' | 'final';
  /**
   * The first day.
   */
  opensOn: Day;
  /**
   * The last day, included.
   */
  dueOn: Day;
  /**
   * How many decimals an indicator's score may have.
   */
  scoreDecimals: number;
  /**
   * What is scored.
   *
   * @minItems 1
   * @maxItems 60
   */
  indicators: EvaluationIndicator[];
  /**
   * Without it there is none.
   */
  survey?: SurveyRules;
  /**
   * From the best to the worst, which starts at 0.
   *
   * @minItems 2
   * @maxItems 20
   */
  grades: Grade[];
  /**
   * The worst grade that still passes.
   */
  passGrade: Code;
  /**
   * unrounded-score: the weighted score exactly as it is; 89.995 is not 90.
   */
  gradedOn: 'unrounded-score';
  /**
   * What holds when nothing was handed in by the due day without an accepted reason. fail: the worst grade (rounds.md 2.23).
   */
  missing: 'fail';
  /**
   * Axis 33. stop-and-end: what is unpaid is stopped and the project ended. stop-payments: what is unpaid waits until a later evaluation is passed. delay: payments wait until it is put right. grade-only: nothing beyond what the grade does to the tranches that name it.
   */
  whenFailed: 'stop-and-end' | 'stop-payments' | 'delay' | 'grade-only';
  /**
   * What else follows from the worst grade.
   *
   * @minItems 1
   * @maxItems 8
   */
  consequences?: Consequence[];
  /**
   * Until when the self-report is handed in.
   */
  selfReportTo?: Moment;
  /**
   * The first day of the self-report.
   */
  selfReportFrom?: Day;
  /**
   * The first day of the evaluators' review.
   */
  reviewFrom?: Day;
  /**
   * The last day on which the result is told, included.
   */
  resultBy?: Day;
  /**
   * Who evaluates. evaluator: a third party. funder: the funding body itself. joint: the implementer with the donors. Without it evaluator.
   */
  by?: 'evaluator' | 'funder' | 'joint';
  /**
   * How doubtful cases are looked into.
   *
   * @minItems 1
   * @maxItems 5
   *
   * Items: A method.
   */
  methods?: ('documents' | 'phone' | 'site-visit' | 'financial-audit' | 'interviews')[];
  /**
   * Whether those served take part (Regulation for the Implementation of the Government Procurement Law, art. 45).
   */
  usersTakePart?: boolean;
  /**
   * Only projects awarded up to this day are evaluated.
   */
  approvedProjectsUntil?: Day;
  /**
   * Domain 2.10. What a low value of one indicator allows at best.
   *
   * @minItems 1
   * @maxItems 10
   */
  floors?: GradeFloor[];
}
/**
 * Axis 31. A report that a project owes.
 */
export interface ReportRules {
  code: Code;
  name: BilingualText;
  /**
   * The last day, included.
   */
  dueOn: Day;
}
/**
 * Axis 31. Site visits.
 */
export interface VisitRules {
  /**
   * At least so many per project.
   */
  min: number;
}
/**
 * Domain 2.9. What follows when something is not in order.
 */
export interface MonitoringRules {
  rectification?: RectificationRules;
  reports?: LateReportRules;
  /**
   * Axis 31. What has to be done while a project runs.
   *
   * @minItems 1
   * @maxItems 40
   */
  duties?: MonitoringDuty[];
}
/**
 * Orders to put right what a visit or a report has shown. Without these rules there are ten working days, and payments go on.
 */
export interface RectificationRules {
  /**
   * Within so many working days the organization answers.
   */
  workingDays: number;
  /**
   * What an order that is overdue, or whose answer was not accepted, does. hold-payments: nothing is paid until it is put right.
   */
  effect: 'hold-payments' | 'none';
}
/**
 * Reports that do not come. Without these rules a late report stays late and never counts as missing.
 */
export interface LateReportRules {
  /**
   * So many working days after its last day a report that has not come counts as missing.
   */
  missingAfterWorkingDays: number;
}
/**
 * Domain 2.3 and rounds.md 2.21. Directed commission: one qualified organization, without contest.
 */
export interface CommissionRules {
  /**
   * Whether a reason is written and published.
   */
  needsReason: true;
  /**
   * For so long after its end a round keeps what was not awarded, for a commission; then it goes back to its funds.
   */
  openAfterEnd: CountOfDays;
  /**
   * Its public notice, in working days, first and last day both counted.
   */
  noticeWorkingDays: number;
}
/**
 * Where a part of these rules comes from.
 */
export interface Provenance {
  /**
   * A JSON pointer; it covers everything below it, except where a longer one speaks.
   */
  path: string;
  /**
   * The id of a real round, or the document that says so. regime-default: the source is silent, so the regime's default holds. assumed: it is silent, and something had to be supposed. invented: what every document must have and no source gives.
   */
  source: string;
  /**
   * What it says there, or why it was chosen.
   */
  note: BilingualText;
}
/**
 * Domain 2.1. One of the criteria of the screening.
 */
export interface ScreeningCriterion {
  code: Code;
  name: BilingualText;
}
/**
 * Axis 16 and domain 2.1. How needs are checked by the street centre and screened by experts. A document of its own: needs are screened before a round exists.
 */
export interface ScreeningRules {
  /**
   * The version of this document's meaning.
   */
  schema: 'yichuang/screening-rules/1';
  code: Code;
  title: BilingualText;
  /**
   * Whose working days count: the State Council's calendar.
   */
  calendar: 'CN';
  /**
   * The first day on which a need is taken.
   */
  needsFrom: Day;
  /**
   * The street centre checks a need within so many working days, or is reminded and then passed over.
   */
  checkWorkingDays: number;
  /**
   * What each expert scores.
   *
   * @minItems 1
   * @maxItems 20
   */
  criteria: ScreeningCriterion[];
  /**
   * The most for each criterion; the least is 0.
   */
  maxScore: number;
  /**
   * How many decimals a score may have.
   */
  scoreDecimals: number;
  /**
   * A need whose mean of the experts' means, unrounded, reaches this is selected.
   */
  selectFrom: Mark;
  /**
   * Below that, one that reaches this is kept for next time; any other is not selected.
   */
  keepFrom: Mark;
  /**
   * Where the values come from.
   *
   * @minItems 0
   * @maxItems 200
   */
  provenance: Provenance[];
}
/**
 * A title for some ranks of those awarded.
 */
export interface RankTitle {
  code: Code;
  name: BilingualText;
  /**
   * The first rank, included.
   */
  from: number;
  /**
   * The last rank, included.
   */
  to: number;
}
/**
 * A step by the name under which the call publishes it.
 */
export interface PublishedStep {
  code: Code;
  name: BilingualText;
  /**
   * The step of the product that does it.
   */
  is: Step;
}
/**
 * Domain 2.4. With fewer valid bids the lot fails. Without it one is enough in a grant, and three are needed in a procurement (Government Procurement Law, art. 36).
 */
export interface MinimumBids {
  /**
   * At least so many.
   */
  n: number;
}
/**
 * A least and a most number of months.
 */
export interface MonthRange {
  /**
   * At least so many.
   */
  min?: number;
  /**
   * At most so many.
   */
  max?: number;
}
/**
 * A way in which a bid comes in. The portal is where the deadline is judged; what comes in another way is confirmed by a person at the qualification check.
 */
export interface Channel {
  code: Code;
  name: BilingualText;
  /**
   * What it is.
   */
  kind: 'portal' | 'email' | 'paper' | 'registration';
  /**
   * Whether a bid that lacks it is void.
   */
  required: boolean;
  /**
   * How many copies of paper.
   */
  copies?: number;
  /**
   * When paper is in time. received: when it arrives. posted: by its postmark.
   */
  countsWhen?: 'received' | 'posted';
}
/**
 * Something that happens on a day or by a moment.
 */
export interface TimetableEvent {
  code: Code;
  name: BilingualText;
  /**
   * What it is.
   */
  kind:
    | 'briefing'
    | 'deadline'
    | 'votes'
    | 'gifts'
    | 'pitch'
    | 'review'
    | 'site-check'
    | 'signing'
    | 'other';
  /**
   * The moment, where one is named.
   */
  at?: Moment;
  /**
   * The first day.
   */
  from?: Day;
  /**
   * The last day, included.
   */
  to?: Day;
}
/**
 * A layer that forwards bids: a sponsoring unit, a district, a province.
 */
export interface ForwardingLayer {
  code: Code;
  name: BilingualText;
  /**
   * Who forwards.
   */
  by: Role;
  /**
   * The last day, included.
   */
  dueOn?: Day;
  /**
   * Whether it puts them in an order.
   */
  ranks?: boolean;
  /**
   * The codes of the categories that pass it; without it all.
   *
   * @minItems 1
   * @maxItems 40
   */
  onlyFor?: Code[];
}
/**
 * Axes 7 and 11. Who may apply, in classes with conditions of their own.
 */
export interface ApplicantRules {
  /**
   * The classes; a bid names its own. Without it there is one.
   *
   * @minItems 1
   * @maxItems 20
   */
  classes?: ApplicantClass[];
  /**
   * Whether several may bid together. Without it refused.
   */
  jointBids?: 'allowed' | 'refused';
  /**
   * Kinds of parties that may bid in the name of another that is eligible itself.
   *
   * @minItems 1
   * @maxItems 10
   */
  viaHost?: PartyKind[];
}
/**
 * A class of applicants; checks name the classes they are for.
 */
export interface ApplicantClass {
  code: Code;
  name: BilingualText;
  /**
   * Which kinds of parties belong to it; without it any.
   *
   * @minItems 1
   * @maxItems 10
   */
  kinds?: PartyKind[];
}
/**
 * For which bids a check stands; without it for all.
 */
export interface CheckScope {
  /**
   * Bids of these categories.
   *
   * @minItems 1
   * @maxItems 40
   */
  categories?: Code[];
  /**
   * Bids of these classes of applicants.
   *
   * @minItems 1
   * @maxItems 20
   */
  classes?: Code[];
}
/**
 * By rule, axis 7: the organization is of one of these kinds.
 */
export interface ApplicantKind {
  /**
   * Which rule this is.
   */
  variant: 'applicant-kind';
  /**
   * The kinds.
   *
   * @minItems 1
   * @maxItems 10
   */
  kinds: PartyKind[];
  for?: CheckScope;
}
/**
 * By rule, axis 8 and rounds.md 2.3: the organization was registered on this day or later.
 */
export interface RegisteredFrom {
  /**
   * Which rule this is.
   */
  variant: 'registered-from';
  /**
   * The first day, included.
   */
  from: Day;
  for?: CheckScope;
}
/**
 * By rule, axis 9: the organization has not been on a list within the look-back before the day the call closes; a list still in force counts always (rounds.md 2.2).
 */
export interface CleanOf {
  /**
   * Which rule this is.
   */
  variant: 'clean-of';
  /**
   * Which list. abnormal-operations 活动异常名录, serious-violations 严重违法失信名单, major-violations 重大违法记录, own-blacklist 公益创投黑名单, annual-report 年报.
   */
  list:
    | 'abnormal-operations'
    | 'serious-violations'
    | 'major-violations'
    | 'own-blacklist'
    | 'annual-report';
  /**
   * How many months it looks back; 0 asks only whether it is on the list.
   */
  lookBackMonths: number;
  for?: CheckScope;
}
/**
 * By rule where the record has the annual checks, otherwise by a person: the annual checks of these years were passed.
 */
export interface AnnualCheckPassed {
  /**
   * Which rule this is.
   */
  variant: 'annual-check-passed';
  /**
   * The years.
   *
   * @minItems 1
   * @maxItems 5
   *
   * Items: A year.
   */
  years: number[];
  for?: CheckScope;
}
/**
 * By rule, axis 7: the organization has this grade of assessment or a better one.
 */
export interface AssessmentGradeAtLeast {
  /**
   * Which rule this is.
   */
  variant: 'assessment-grade-at-least';
  /**
   * The least grade.
   */
  grade: AssessmentGrade;
  for?: CheckScope;
}
/**
 * By rule on the record of grades, axis 10: no project of the organization in these years failed the evaluation; whether one that did not take part passes is said here.
 */
export interface PastEvaluationPassed {
  /**
   * Which rule this is.
   */
  variant: 'past-evaluation-passed';
  /**
   * Which evaluation.
   */
  evaluation: 'midterm' | 'final';
  /**
   * The years; without it all.
   *
   * @minItems 1
   * @maxItems 5
   *
   * Items: A year.
   */
  years?: number[];
  /**
   * What holds for an organization without such an evaluation.
   */
  whenNotTakenPart: 'pass' | 'fail';
  for?: CheckScope;
}
/**
 * By rule on the record, axis 10: no earlier project of the organization is still open or unsettled.
 */
export interface NoOpenProject {
  /**
   * Which rule this is.
   */
  variant: 'no-open-project';
  for?: CheckScope;
}
/**
 * By rule: the applicant declares it in the bid, and answers for it.
 */
export interface Declared {
  /**
   * Which rule this is.
   */
  variant: 'declared';
  code: Code;
  /**
   * What is declared.
   */
  statement: BilingualText;
  for?: CheckScope;
}
/**
 * By rule: the bid has a document of this name attached.
 */
export interface Attached {
  /**
   * Which rule this is.
   */
  variant: 'attached';
  code: Code;
  /**
   * Which document.
   */
  document: BilingualText;
  for?: CheckScope;
}
/**
 * By rule, axis 6: the own match of the rules is reached.
 */
export interface OwnMatchReached {
  /**
   * Which rule this is.
   */
  variant: 'own-match-reached';
  for?: CheckScope;
}
/**
 * By rule: the budget keeps to the limits on cost lines.
 */
export interface CostLimitsKept {
  /**
   * Which rule this is.
   */
  variant: 'cost-limits-kept';
  for?: CheckScope;
}
/**
 * An amount for the bids of one category.
 */
export interface CategoryAmount {
  /**
   * The code of the category.
   */
  category: Code;
  /**
   * The amount.
   */
  amount: Amount;
}
/**
 * A share for the bids of one category.
 */
export interface CategoryShare {
  /**
   * The code of the category.
   */
  category: Code;
  /**
   * The share.
   */
  share: Share;
}
/**
 * The grant is what the project's budget lacks after the organization's own funds, between a floor and a cap; what asks for more or less is refused, not cut (cn-baoan-2025-r6, cn-nanxiashu-2017).
 */
export interface UpToCap {
  /**
   * Which rule this is.
   */
  variant: 'up-to-cap';
  /**
   * The grant is at least this much.
   */
  minAmount?: Amount;
  /**
   * The grant is at most this much.
   */
  maxAmount?: Amount;
}
/**
 * The tiers of one category.
 */
export interface TierAmounts {
  /**
   * The code of the category.
   */
  category: Code;
  /**
   * The amounts.
   *
   * @minItems 1
   * @maxItems 20
   *
   * Items: An amount.
   */
  amounts: Amount[];
}
/**
 * The grant is the highest tier that what the budget lacks after own funds reaches; a budget below the lowest tier gets nothing (cn-longhua-2020).
 */
export interface TieredAmount {
  /**
   * Which rule this is.
   */
  variant: 'tier';
  /**
   * The tiers, from the lowest.
   *
   * @minItems 1
   * @maxItems 20
   *
   * Items: An amount.
   */
  tiers: Amount[];
  /**
   * Other tiers for some categories.
   *
   * @minItems 1
   * @maxItems 40
   */
  byCategory?: TierAmounts[];
}
/**
 * Every award is the same sum, whatever the budget; by category, by class of applicants, or for all (cn-guangzhou-2017-support).
 */
export interface FlatAmount {
  /**
   * Which rule this is.
   */
  variant: 'flat';
  /**
   * The sum.
   */
  amount: Amount;
  /**
   * Other sums for some categories.
   *
   * @minItems 1
   * @maxItems 40
   */
  byCategory?: CategoryAmount[];
  /**
   * Other sums for some classes of applicants.
   *
   * @minItems 1
   * @maxItems 20
   */
  byClass?: ClassAmount[];
}
/**
 * An amount for the applicants of one class.
 */
export interface ClassAmount {
  /**
   * The code of the class.
   */
  class: Code;
  /**
   * The amount.
   */
  amount: Amount;
}
/**
 * The prize follows from the rank, in the lot or among the bids of a category (cn-nanshan-2020, cn-national-contest-2020).
 */
export interface PrizeByRank {
  /**
   * Which rule this is.
   */
  variant: 'prize-by-rank';
  /**
   * The prizes.
   *
   * @minItems 1
   * @maxItems 60
   */
  prizes: Prize[];
}
/**
 * A prize for some ranks.
 */
export interface Prize {
  /**
   * Among the bids of this category; without it in the lot.
   */
  category?: Code;
  /**
   * The first rank, included.
   */
  from: number;
  /**
   * The last rank, included.
   */
  to: number;
  /**
   * The prize.
   */
  amount: Amount;
}
/**
 * The grant is a share of the budget, by category, up to a cap: a budget that needs less asks for less (axis 5: 50 / 70 % of the audited budget by type).
 */
export interface ShareOfBudget {
  /**
   * Which rule this is.
   */
  variant: 'share-of-budget';
  /**
   * The share.
   */
  share: Share;
  /**
   * Other shares for some categories.
   *
   * @minItems 1
   * @maxItems 40
   */
  byCategory?: CategoryShare[];
  /**
   * The grant is at most this much; what would be more is cut to it.
   */
  maxAmount?: Amount;
  /**
   * Of which budget. planned: of the bid. audited: of what an audit finds, until when the planned one is the ceiling. Without it planned.
   */
  budget?: 'planned' | 'audited';
}
/**
 * The grant is what the panel approves of the budget, line by line, at most what was asked for (cn-guizhou-2020-r2). Until then the request is the ceiling.
 */
export interface PanelApproved {
  /**
   * Which rule this is.
   */
  variant: 'panel-approved';
  /**
   * The grant is at least this much.
   */
  minAmount?: Amount;
  /**
   * The grant is at most this much.
   */
  maxAmount?: Amount;
}
/**
 * Everybody bids the same price, and competes on something else (cn-zengcheng-shitan-2025).
 */
export interface FixedPrice {
  /**
   * Which rule this is.
   */
  variant: 'fixed-price';
  /**
   * The price.
   */
  amount: Amount;
}
/**
 * An output with its price.
 */
export interface UnitPriceLine {
  code: Code;
  name: BilingualText;
  /**
   * The price of one.
   */
  unitPrice: Amount;
  /**
   * How many are bought; without it the bid offers them.
   */
  quantity?: number;
  /**
   * What one has to be.
   */
  standard?: BilingualText;
}
/**
 * The amount is the sum of unit price times quantity over the outputs (cn-changsha-county-2022).
 */
export interface UnitPrice {
  /**
   * Which rule this is.
   */
  variant: 'unit-price';
  /**
   * The outputs.
   *
   * @minItems 1
   * @maxItems 60
   */
  outputs: UnitPriceLine[];
  /**
   * The amount is at most this much.
   */
  maxAmount?: Amount;
}
/**
 * Gifts are matched by a ratio up to a cap; who has none, or still falls short of the budget, is topped up to a lower cap (cn-dongguan-2011-r1, rounds.md 2.6).
 */
export interface GiftMatch {
  /**
   * Which rule this is.
   */
  variant: 'gift-match';
  /**
   * So much public money for each yuan given.
   */
  ratio: Multiple;
  /**
   * The grant with gifts is at most this much.
   */
  capWithGifts: Amount;
  /**
   * The grant without gifts, or topped up, is at most this much.
   */
  capWithoutGifts: Amount;
}
/**
 * The amount is settled after the award, when the project has been put right; until then the request is reserved, at most the ceiling (cn-shanghai-2009-venture, rounds.md 2.8).
 */
export interface LaterPriced {
  /**
   * Which rule this is.
   */
  variant: 'later-priced';
  /**
   * Who settles it.
   */
  by: Role;
  /**
   * The amount is at most this much.
   */
  ceiling: Amount;
}
/**
 * Axis 6. What the organization brings itself.
 */
export interface MatchRules {
  /**
   * At least this share of the budget.
   */
  minShareOfBudget?: Share;
  /**
   * At least so much, by category.
   *
   * @minItems 1
   * @maxItems 40
   */
  minAmounts?: CategoryAmount[];
  /**
   * What counts as own match.
   *
   * @minItems 1
   * @maxItems 4
   *
   * Items: A source.
   */
  sources?: ('own-funds' | 'gifts-received' | 'gifts-expected' | 'in-kind')[];
  /**
   * What becomes of gifts in kind. valued: somebody puts a value on them, which the organizer approves. Without it not-counted.
   */
  inKind?: 'valued' | 'not-counted';
  /**
   * Whether grant and match have budgets of their own.
   */
  split?: boolean;
}
/**
 * A limit on some lines of the budget together.
 */
export interface CostLimit {
  code: Code;
  name: BilingualText;
  /**
   * The codes of the lines.
   *
   * @minItems 1
   * @maxItems 40
   */
  lines: Code[];
  /**
   * Of what the share is taken.
   */
  of: 'budget' | 'grant';
  /**
   * At most this share.
   */
  maxShare?: Share;
  /**
   * At least this share.
   */
  minShare?: Share;
}
/**
 * Axes 2, 6 and 21. Gifts for single bids, entered by a person on the donee's evidence.
 */
export interface GiftRules {
  /**
   * Who enters them.
   */
  by: Role;
  /**
   * The least gift by kind of donor.
   *
   * @minItems 1
   * @maxItems 3
   */
  fromAmounts?: LeastGift[];
  /**
   * A donor who gives this share of the budget or more may name the project (axis 35).
   */
  namingFromShare?: Share;
  /**
   * The last day on which a gift counts, included.
   */
  closesOn?: Day;
  /**
   * Whether donors of a bid that is not funded get their gift back when they ask.
   */
  refundWhenNotFunded?: boolean;
}
/**
 * A least gift.
 */
export interface LeastGift {
  /**
   * The kind of donor.
   */
  donor: 'person' | 'enterprise' | 'any';
  /**
   * The least gift.
   */
  amount: Amount;
}
/**
 * Axes 16 and 21. A public vote on bids, counted outside and entered by a person on evidence.
 */
export interface VoteRules {
  /**
   * Who enters the count.
   */
  by: Role;
  /**
   * The first moment of the vote.
   */
  opensAt?: Moment;
  /**
   * The first moment after it.
   */
  closesAt?: Moment;
  /**
   * A ballot with fewer is void.
   */
  minChoices?: number;
  /**
   * A ballot with more is void.
   */
  maxChoices?: number;
  /**
   * The least age of a voter.
   */
  minAge?: number;
  /**
   * Who may vote, where it is more than an age.
   */
  eligibility?: BilingualText;
  /**
   * A bid with fewer votes is out.
   */
  passVotes?: number;
}
/**
 * Members are named by a person from the pool, with a reason on the record.
 */
export interface Appointment {
  /**
   * Which rule this is.
   */
  variant: 'appointment';
  /**
   * Who names them.
   */
  by: Role;
}
/**
 * Somebody who watches a panel without scoring.
 */
export interface Observer {
  code: Code;
  name: BilingualText;
}
/**
 * Axis 24 and rounds.md 2.18. Bidders present their projects.
 */
export interface PitchRules {
  /**
   * How long one presents.
   */
  presentMinutes?: number;
  /**
   * How long one is asked.
   */
  questionMinutes?: number;
  /**
   * How many slides at most.
   */
  maxSlides?: number;
  /**
   * Until when slides are handed in.
   */
  slidesDueAt?: Moment;
  /**
   * What puts a bid out, found by a person and recorded.
   *
   * @minItems 1
   * @maxItems 4
   *
   * Items: A cause. presenter-not-of-project: somebody else presents. slides-late, absent: as they say. over-time: beyond the minutes.
   */
  disqualifies?: ('presenter-not-of-project' | 'slides-late' | 'absent' | 'over-time')[];
}
/**
 * Axes 21 and 24. A first selection before the review that awards.
 */
export interface ShortlistRules {
  by: ShortlistBy;
  keep: ShortlistKeep;
}
/**
 * By a panel of its own, by criteria of its own.
 */
export interface ShortlistByPanel {
  /**
   * Which rule this is.
   */
  variant: 'panel';
  panel: PanelRules;
  /**
   * What is scored; the points add up to the total.
   *
   * @minItems 1
   * @maxItems 60
   */
  criteria: Criterion[];
  /**
   * The most a sheet can give.
   */
  totalPoints: number;
}
/**
 * By the count of a public vote (cn-wuhan-2017-r5).
 */
export interface ShortlistByVotes {
  /**
   * Which rule this is.
   */
  variant: 'votes';
}
/**
 * By a person, bid by bid, with a reason.
 */
export interface ShortlistByRole {
  /**
   * Which rule this is.
   */
  variant: 'role';
  /**
   * Who decides.
   */
  role: Role;
}
/**
 * How many are kept.
 */
export interface ShortlistKeep {
  /**
   * So many of the first; those equal to the last of them are kept as well.
   */
  top?: number;
  /**
   * Those that reach it.
   */
  passMark?: Mark;
}
/**
 * The mean of what is left when the highest and lowest totals are dropped, rounded.
 */
export interface TrimmedMean {
  /**
   * Which rule this is.
   */
  variant: 'trimmed-mean';
  /**
   * So many of the highest are dropped.
   */
  dropHighest: number;
  /**
   * So many of the lowest are dropped.
   */
  dropLowest: number;
  /**
   * To how many decimals.
   */
  decimals: number;
  /**
   * half-up: a half goes up. half-even: a half goes to the even neighbour. down: what is over is dropped.
   */
  rounding: 'half-up' | 'half-even' | 'down';
}
/**
 * What the seats of one kind count together.
 */
export interface SeatWeight {
  /**
   * The code of the seat.
   */
  seat: Code;
  /**
   * Its weight; all weights total 1.
   */
  weight: Share;
}
/**
 * The mean of each kind of seat, by the weights of the kinds, rounded (axis 21: 70 / 30 chair and public).
 */
export interface WeightedSeats {
  /**
   * Which rule this is.
   */
  variant: 'weighted-seats';
  /**
   * One weight for each kind of seat.
   *
   * @minItems 1
   * @maxItems 20
   */
  weights: SeatWeight[];
  /**
   * To how many decimals.
   */
  decimals: number;
  /**
   * half-up: a half goes up. half-even: a half goes to the even neighbour. down: what is over is dropped.
   */
  rounding: 'half-up' | 'half-even' | 'down';
}
/**
 * What the panel's sheets come to, scaled from their total to these points.
 */
export interface SheetsPart {
  /**
   * Which rule this is.
   */
  variant: 'sheets';
  code: Code;
  /**
   * The most points it gives.
   */
  points: number;
}
/**
 * The mean of the sheets of some seats, scaled to these points (cn-national-contest-2020: presidium 140, jury 60).
 */
export interface SeatsPart {
  /**
   * Which rule this is.
   */
  variant: 'seats';
  code: Code;
  /**
   * The most points it gives.
   */
  points: number;
  /**
   * The codes of the seats.
   *
   * @minItems 1
   * @maxItems 20
   */
  seats: Code[];
  normalising: Normalising;
}
/**
 * Votes of the public. share-of-most: the bid with the most gets all points, others in proportion. share-of-voters: in proportion to all who voted.
 */
export interface VotesPart {
  /**
   * Which rule this is.
   */
  variant: 'votes';
  code: Code;
  /**
   * The most points it gives.
   */
  points: number;
  /**
   * In proportion to what.
   */
  of: 'share-of-most' | 'share-of-voters';
}
/**
 * Gifts for the bid: that with the most gets all points, others in proportion (cn-dongguan-2011-r1).
 */
export interface GiftsPart {
  /**
   * Which rule this is.
   */
  variant: 'gifts';
  code: Code;
  /**
   * The most points it gives.
   */
  points: number;
}
/**
 * Points beyond the sheets, given by a person with a reason, from none or a least to a most (cn-zhongshan-2013-r1).
 */
export interface BonusPart {
  /**
   * Which rule this is.
   */
  variant: 'bonus';
  code: Code;
  name: BilingualText;
  /**
   * The least that is given when any is.
   */
  min?: number;
  /**
   * The most.
   */
  max: number;
  /**
   * Who gives them.
   */
  by: Role;
}
/**
 * The lowest price gets all points, others the lowest price divided by their own (Order 87 of the Ministry of Finance, art. 55).
 */
export interface PricePart {
  /**
   * Which rule this is.
   */
  variant: 'price';
  code: Code;
  /**
   * The most points it gives.
   */
  points: number;
}
/**
 * The most hours of service offered get all points, others in proportion (cn-zengcheng-shitan-2025, rounds.md 2.7).
 */
export interface HoursPart {
  /**
   * Which rule this is.
   */
  variant: 'hours';
  code: Code;
  /**
   * The most points it gives.
   */
  points: number;
}
/**
 * Points that a person enters with a reason: a rating that comes from outside, an assessment by a third party.
 */
export interface GivenPart {
  /**
   * Which rule this is.
   */
  variant: 'given';
  code: Code;
  name: BilingualText;
  /**
   * The most points it gives.
   */
  points: number;
  /**
   * Who enters them.
   */
  by: Role;
}
/**
 * The bid with the higher mean for a criterion goes first.
 */
export interface HigherCriterion {
  /**
   * Which rule this is.
   */
  variant: 'higher-criterion';
  /**
   * The code of the criterion.
   */
  criterion: Code;
}
/**
 * The bid with the higher part of the score goes first (cn-national-contest-2020: the lower gift sum goes back).
 */
export interface HigherPart {
  /**
   * Which rule this is.
   */
  variant: 'higher-part';
  /**
   * The code of the part.
   */
  part: Code;
}
/**
 * The bid that asks for less goes first.
 */
export interface LowerAmount {
  /**
   * Which rule this is.
   */
  variant: 'lower-amount';
}
/**
 * A person decides between them with a reason; until then the lot waits (rounds.md 2.24).
 */
export interface DecidedTie {
  /**
   * Which rule this is.
   */
  variant: 'decision';
  /**
   * Who decides.
   */
  by: Role;
}
/**
 * Whoever qualifies is awarded, in the order of receipt as long as the pots hold it; nothing is ranked (cn-guangzhou-2017-support).
 */
export interface Entitlement {
  /**
   * Which rule this is.
   */
  variant: 'entitlement';
  /**
   * When the money does not reach for a bid. skip: it is passed over. stop: it and all after it get nothing.
   */
  whenItDoesNotFit: 'skip' | 'stop';
  /**
   * At most so many awards for one organization.
   */
  mostPerOrganization?: number;
}
/**
 * The first by rank are awarded, the next go to a vote-off whose outcome a person enters (axis 23: three direct and four to a vote-off).
 */
export interface VoteOff {
  /**
   * Which rule this is.
   */
  variant: 'vote-off';
  /**
   * So many are awarded directly.
   */
  direct: number;
  /**
   * So many of the next are in the vote-off.
   */
  contested: number;
  /**
   * So many of these are awarded.
   */
  winners: number;
  /**
   * Who enters the outcome.
   */
  by: Role;
}
/**
 * Axis 26. Challenge and complaint after the notice. In a procurement the law's periods hold where these are left out (Government Procurement Law, arts 52 to 57).
 */
export interface ChallengeRules {
  /**
   * A challenge is taken within so many working days of knowing.
   */
  challengeWorkingDays?: number;
  /**
   * It is answered within so many working days.
   */
  answerWorkingDays?: number;
  /**
   * A complaint is taken within so many working days after that.
   */
  complaintWorkingDays?: number;
  /**
   * It is decided within so many working days.
   */
  decisionWorkingDays?: number;
  /**
   * What it suspends waits at most so many calendar days.
   */
  suspensionDays?: number;
}
/**
 * Of the award.
 */
export interface OfAward {
  /**
   * Which rule this is.
   */
  variant: 'award';
}
/**
 * Of the budget of one year of the project (il-gif-payments).
 */
export interface OfYear {
  /**
   * Which rule this is.
   */
  variant: 'year';
  /**
   * The year of the project, from 1.
   */
  year: number;
}
/**
 * Of some lines of the budget (il-gif-payments: equipment).
 */
export interface OfLines {
  /**
   * Which rule this is.
   */
  variant: 'lines';
  /**
   * The codes of the lines.
   *
   * @minItems 1
   * @maxItems 40
   */
  lines: Code[];
}
/**
 * Due when the public notice has ended without an objection that holds it up (cn-wuhu-2019-r5).
 */
export interface NoticeEnded {
  /**
   * Which rule this is.
   */
  variant: 'notice-ended';
}
/**
 * Due when a report is accepted.
 */
export interface ReportApproved {
  /**
   * Which rule this is.
   */
  variant: 'report-approved';
  /**
   * The code of the report.
   */
  report: Code;
}
/**
 * Due when so much of what was paid before is spent by the accepted accounts (il-gif-payments).
 */
export interface SpentShare {
  /**
   * Which rule this is.
   */
  variant: 'spent-share';
  /**
   * The share.
   */
  share: Share;
}
/**
 * Due so many months after the project has begun.
 */
export interface MonthsAfterStart {
  /**
   * Which rule this is.
   */
  variant: 'months-after-start';
  /**
   * How many months.
   */
  months: number;
}
/**
 * Due on a day of the calendar.
 */
export interface OnDay {
  /**
   * Which rule this is.
   */
  variant: 'on-day';
  /**
   * The day.
   */
  day: Day;
}
/**
 * Due when another tranche is paid and accounted for.
 */
export interface TrancheSettled {
  /**
   * Which rule this is.
   */
  variant: 'tranche-settled';
  /**
   * The code of the tranche.
   */
  tranche: Code;
}
/**
 * Due when a person accepts the work, with a record.
 */
export interface Accepted {
  /**
   * Which rule this is.
   */
  variant: 'accepted';
  /**
   * Who accepts it.
   */
  by: Role;
}
/**
 * Due when all of these are there.
 */
export interface AllOf {
  /**
   * Which rule this is.
   */
  variant: 'all-of';
  /**
   * The triggers.
   *
   * @minItems 2
   * @maxItems 6
   */
  triggers: SimpleTrigger[];
}
/**
 * Below a score of one indicator the grade is at best this.
 */
export interface GradeFloor {
  /**
   * The code of the indicator.
   */
  indicator: Code;
  /**
   * The score.
   */
  below: Mark;
  /**
   * The code of the grade.
   */
  atBest: Code;
}
/**
 * It is published.
 */
export interface Published {
  /**
   * Which rule this is.
   */
  variant: 'publish';
}
/**
 * What was paid and not properly spent is asked back, how much a person decides.
 */
export interface ClawedBack {
  /**
   * Which rule this is.
   */
  variant: 'claw-back';
  /**
   * Who decides how much.
   */
  by: Role;
}
/**
 * The organization is off the list.
 */
export interface Barred {
  /**
   * Which rule this is.
   */
  variant: 'bar';
  /**
   * For so many months.
   */
  months: number;
  /**
   * From what. all: any round. same-kind: rounds of this programme. project: this project.
   */
  scope: 'all' | 'same-kind' | 'project';
}
/**
 * It stands in the organization's record and does nothing by itself.
 */
export interface RecordedOnly {
  /**
   * Which rule this is.
   */
  variant: 'record';
}
/**
 * One duty of monitoring.
 */
export interface MonitoringDuty {
  code: Code;
  name: BilingualText;
  /**
   * What it is.
   */
  kind:
    | 'dedicated-account'
    | 'monthly-plan'
    | 'activity-record'
    | 'income-sheet'
    | 'vouchers'
    | 'observer-visits'
    | 'training'
    | 'spot-check'
    | 'third-party'
    | 'dashboard'
    | 'file-keeping'
    | 'other';
  /**
   * Whose duty it is.
   */
  by: 'grantee' | 'streetCentre' | 'funder' | 'evaluator' | 'public';
  /**
   * How often.
   */
  every?: 'activity' | 'week' | 'month' | 'quarter' | 'once';
  /**
   * What has to be there.
   *
   * @minItems 1
   * @maxItems 7
   *
   * Items: One thing.
   */
  evidence?: (
    'sign-in-sheet' | 'photo' | 'video' | 'plan' | 'reflection' | 'spending' | 'receipt'
  )[];
  /**
   * For files: how many years they are kept.
   */
  keepYears?: number;
}
/**
 * One kind of change.
 */
export interface ChangeRule {
  code: Code;
  name: BilingualText;
  /**
   * What changes.
   *
   * @minItems 1
   * @maxItems 7
   *
   * Items: A thing.
   */
  what: ('plan' | 'period' | 'people' | 'budget' | 'amount' | 'end' | 'evaluation-date')[];
  /**
   * Who has to agree. notice: it is only told. approval: the funding body. agreement: both, in writing. signature: the applicant signs by hand, and the funding body approves.
   */
  approval: 'notice' | 'approval' | 'agreement' | 'signature';
  /**
   * What a request has to state.
   *
   * @minItems 1
   * @maxItems 6
   *
   * Items: A thing.
   */
  states?: (
    'before' | 'after' | 'reason' | 'effect-on-time' | 'effect-on-cost' | 'effect-on-people'
  )[];
}
/**
 * What one kind of breach leads to.
 */
export interface SanctionRule {
  code: Code;
  name: BilingualText;
  /**
   * The breach.
   */
  cause:
    | 'material-late'
    | 'material-missing'
    | 'false-statement'
    | 'breach-of-contract'
    | 'failed-evaluation'
    | 'misused-money'
    | 'change-without-leave'
    | 'withdrawal';
  /**
   * What follows.
   *
   * @minItems 1
   * @maxItems 6
   */
  consequences: Consequence[];
  /**
   * Whether the evaluation under way counts as failed.
   */
  failsEvaluation?: boolean;
}
/**
 * A question that a named role decides, because no typed rule can say it. Whoever decides gives a reason; question, clause, answer and reason are on the record.
 */
export interface DecisionRule {
  code: Code;
  /**
   * At which step it is decided; the step does not end before.
   */
  at: Step;
  /**
   * For each of what it is asked.
   */
  per: 'round' | 'lot' | 'bid' | 'award' | 'project';
  /**
   * Who decides.
   */
  by: Role;
  /**
   * What is asked.
   */
  question: BilingualText;
  answer: DecisionAnswer;
  clause: Clause;
}
/**
 * A clause that is not a typed rule.
 */
export interface Clause {
  /**
   * A document, or the id of a real round.
   */
  source: string;
  /**
   * What it says there, in its own words.
   */
  text: string;
}
/**
 * One of some options.
 */
export interface Choice {
  /**
   * Which rule this is.
   */
  variant: 'choice';
  /**
   * The options.
   *
   * @minItems 2
   * @maxItems 20
   */
  options: DecisionOption[];
}
/**
 * One option.
 */
export interface DecisionOption {
  code: Code;
  name: BilingualText;
  /**
   * What it does. goes-on: nothing stands in the way. excludes: the bid, award or project it is about is out. ends: the lot or round ends without award. noted: it is on the record and does nothing by itself.
   */
  effect: 'goes-on' | 'excludes' | 'ends' | 'noted';
}
/**
 * An amount.
 */
export interface AmountAnswer {
  /**
   * Which rule this is.
   */
  variant: 'amount';
  /**
   * The most.
   */
  max?: Amount;
}
/**
 * A count, of votes or hours.
 */
export interface CountAnswer {
  /**
   * Which rule this is.
   */
  variant: 'count';
}
/**
 * Parts of the rules of a round, for what is no whole round: a statute, a rule of payment, a platform. A document of its own; no round is run by it.
 */
export interface RuleFragment {
  /**
   * The version of this document's meaning.
   */
  schema: 'yichuang/rules-fragment/1';
  /**
   * The fragment's own name.
   */
  code: Code;
  title: BilingualText;
  regime: NonNullable<RuleSet['regime']>;
  /**
   * What it says, part by part as a rule set has them; of what is left out it says nothing.
   */
  parts: RuleParts;
  /**
   * Where it speaks of several ways, such as a data set of many rounds: the others, each with the parts that differ.
   *
   * @minItems 1
   * @maxItems 20
   */
  alternatives?: FragmentAlternative[];
  provenance: NonNullable<RuleSet['provenance']>;
}
/**
 * Some parts of the rules of a round, as a rule set has them.
 */
export interface RuleParts {
  mode?: NonNullable<RuleSet['mode']>;
  currency?: NonNullable<RuleSet['currency']>;
  calendar?: NonNullable<RuleSet['calendar']>;
  steps?: NonNullable<RuleSet['steps']>;
  sealing?: NonNullable<RuleSet['sealing']>;
  minimumBids?: NonNullable<RuleSet['minimumBids']>;
  timetable?: NonNullable<RuleSet['timetable']>;
  forwarding?: NonNullable<RuleSet['forwarding']>;
  applicants?: NonNullable<RuleSet['applicants']>;
  questions?: NonNullable<RuleSet['questions']>;
  corrections?: NonNullable<RuleSet['corrections']>;
  categories?: NonNullable<RuleSet['categories']>;
  lots?: NonNullable<RuleSet['lots']>;
  funding?: NonNullable<RuleSet['funding']>;
  form?: NonNullable<RuleSet['form']>;
  amount?: NonNullable<RuleSet['amount']>;
  match?: NonNullable<RuleSet['match']>;
  costLimits?: NonNullable<RuleSet['costLimits']>;
  gifts?: NonNullable<RuleSet['gifts']>;
  votes?: NonNullable<RuleSet['votes']>;
  qualification?: NonNullable<RuleSet['qualification']>;
  panel?: NonNullable<RuleSet['panel']>;
  panels?: NonNullable<RuleSet['panels']>;
  pitch?: NonNullable<RuleSet['pitch']>;
  shortlist?: NonNullable<RuleSet['shortlist']>;
  scoring?: NonNullable<RuleSet['scoring']>;
  award?: NonNullable<RuleSet['award']>;
  titles?: NonNullable<RuleSet['titles']>;
  notice?: NonNullable<RuleSet['notice']>;
  objection?: NonNullable<RuleSet['objection']>;
  contract?: NonNullable<RuleSet['contract']>;
  tranches?: NonNullable<RuleSet['tranches']>;
  evaluations?: NonNullable<RuleSet['evaluations']>;
  reports?: NonNullable<RuleSet['reports']>;
  visits?: NonNullable<RuleSet['visits']>;
  monitoring?: NonNullable<RuleSet['monitoring']>;
  changes?: NonNullable<RuleSet['changes']>;
  sanctions?: NonNullable<RuleSet['sanctions']>;
  decisions?: NonNullable<RuleSet['decisions']>;
  commission?: NonNullable<RuleSet['commission']>;
}
/**
 * Another way in which a fragment may be read (xx-pabulib-rounds: rounds that stop where others skip).
 */
export interface FragmentAlternative {
  code: Code;
  name: BilingualText;
  /**
   * The parts that differ.
   */
  parts: RuleParts;
}
