import type { Day } from '../kernel/day';
import type { ScopedBid } from './check-scope';
import type { MatchedMoney } from './own-match';
import type { ProjectMoney } from './project-money';
import type { AssessmentGrade, CleanOf, PartyKind, PastEvaluationPassed } from './rule-set.types';

/** An entry on a list 名录 on which no organization wants to be. */
export interface Listing {
  readonly list: CleanOf['list'];
  /** The first day on the list. */
  readonly from: Day;
  /** The last day on it; null while it stands. */
  readonly until: Day | null;
}

/** How the annual check 年检 of a year ended. */
export interface AnnualCheck {
  readonly year: number;
  readonly passed: boolean;
}

/** How a project of the organization was evaluated. */
export interface PastEvaluation {
  readonly evaluation: PastEvaluationPassed['evaluation'];
  /** The year of the project's programme. */
  readonly year: number;
  readonly passed: boolean;
  /** The day on which it was graded. */
  readonly on: Day;
}

/** A project that the organization had or has. */
export interface PastProject {
  /** The year of its programme. */
  readonly year: number;
  readonly startedOn: Day;
  /** The day on which its work and its money were settled; null while they are not. */
  readonly settledOn: Day | null;
}

/** What the record of an organization holds for the checks. */
export interface PartyRecord {
  /** The codes of the sanctions that are in force on the day as of which is checked. */
  readonly sanctions: readonly string[];
  readonly listings: readonly Listing[];
  readonly annualChecks: readonly AnnualCheck[];
  readonly evaluations: readonly PastEvaluation[];
  readonly projects: readonly PastProject[];
}

/** The organization that bids, as it is registered. */
export interface CandidateParty {
  readonly kind: PartyKind;
  readonly creditCode: string | null;
  readonly registeredOn: Day | null;
  /** The grade of its assessment 等级评估; null when it has none. */
  readonly assessmentGrade: AssessmentGrade | null;
  /** The last day on which the grade is valid; null when that is not known. */
  readonly assessmentValidUntil: Day | null;
}

/** What of the bid itself the checks look at. */
export interface CandidateBid extends ScopedBid {
  /** How many faults its application has. */
  readonly faults: number;
  /** Its place among the organization's bids in the round, by receipt, from 1. */
  readonly placeOfOrganization: number;
  /** The organization's bids in the round before it. */
  readonly earlierOfOrganization: readonly ScopedBid[];
  /** The codes of what it declares. */
  readonly declarations: ReadonlySet<string>;
  /** The codes of the documents that are attached to it. */
  readonly documents: ReadonlySet<string>;
  /** Null where its budget or own funds cannot be read. */
  readonly money: (ProjectMoney & Pick<MatchedMoney, 'match'>) | null;
}

/** Whoever wants to be taken into the competition: an organization, its record, and its bid. */
export interface Candidate {
  readonly party: CandidateParty;
  readonly record: PartyRecord;
  readonly bid: CandidateBid;
}
