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
export type AmountRule = BudgetLessOwnFunds;
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
  | Judged;
/**
 * Axis 19. How members are found.
 */
export type PanelSelection = RandomDraw;
/**
 * Axes 21 and 22. How the sheets of a bid become one number.
 */
export type AggregationRule = MeanOfSheets;
/**
 * Rounds.md 2.24. What decides between bids with the same number.
 */
export type TieBreakRule = EarlierReceipt;
/**
 * What becomes of a category's places that its own bids do not fill.
 */
export type UnfilledQuotaRule = UnfilledStays | UnfilledNextBest;
/**
 * Axis 23. Who gets an award.
 */
export type AwardRule = RankWithinBudget | RankWithinQuotas;
/**
 * When an objection is taken.
 */
export type ObjectionWindow = NoticePeriod;
/**
 * Axis 28. What makes a tranche due. Tranche and evaluation are separate graphs (rounds.md 2.13).
 */
export type TrancheTrigger = ContractSigned | EvaluationPassed | EvaluationGraded;

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
   * The currency of all amounts.
   */
  currency: 'CNY';
  /**
   * Whose working days count: the State Council's calendar.
   */
  calendar: 'CN';
  sealing: SealingRules;
  timetable: Timetable;
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
   * @maxItems 1
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
  scoring: ScoringRules;
  award: AwardRule;
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
   * assisted: the server keeps the bids; before the opening nobody is shown content, bidder or count.
   */
  mode: 'assisted';
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
}
/**
 * Axis 1 and domain 2.3. What is ranked and awarded together.
 */
export interface LotRules {
  code: Code;
  name: BilingualText;
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
  source: 'fiscal' | 'welfare-lottery' | 'enterprise-donation' | 'foundation';
  /**
   * How much all awards together may take from this pot.
   */
  amount: Amount;
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
}
/**
 * By rule: the organization's unified social credit code is well formed (GB 32100).
 */
export interface CreditCodeValid {
  /**
   * Which rule this is.
   */
  variant: 'credit-code-valid';
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
}
/**
 * By rule, axes 9 and 10: no sanction in the organization's record is in force on the day the call closes.
 */
export interface NotSanctioned {
  /**
   * Which rule this is.
   */
  variant: 'not-sanctioned';
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
}
/**
 * By rule: everything that the form requires is there.
 */
export interface FormComplete {
  /**
   * Which rule this is.
   */
  variant: 'form-complete';
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
   * How many members; odd.
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
   * How many members; odd.
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
   * half-up: a half goes up.
   */
  rounding: 'half-up';
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
  /**
   * How many decimals a score may have; 0 means whole points.
   */
  scoreDecimals: number;
  aggregation: AggregationRule;
  /**
   * A bid below it is out, however much money is left.
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
   * skip: the bid is passed over and the next is tried. stop: it and all after it get nothing.
   */
  whenItDoesNotFit: 'skip' | 'stop';
  /**
   * Whether those that passed and did not fit form a reserve list, in the order of rank.
   */
  reserve: boolean;
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
   * advance: paid before it is spent. balance: paid after the work is judged.
   */
  meaning: 'advance' | 'balance';
  /**
   * Within this time of the trigger it is paid.
   */
  dueWithin: CountOfDays;
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
   * Axis 33. stop-and-end: what is unpaid is stopped and the project ended. grade-only: nothing beyond what the grade does to the tranches that name it.
   */
  whenFailed: 'stop-and-end' | 'grade-only';
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
   * The id of a real round, the document that says so, or 'invented'.
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
