import type { CandidateParty, PartyRecord } from '../../rules';
import { projectMoneyOf, type AppliedMoney } from './project-money-of';
import type { CheckedBid } from './qualification-checks';
import type { BidToCheck, CheckedApplicationParts } from './qualification.repository';

/** Puts together what the rules look at: an opened bid, the party as it is registered, and its record. */
export function checkedBid(
  bid: BidToCheck,
  { kind, creditCode, registeredOn, assessmentGrade, assessmentValidUntil }: CandidateParty,
  record: PartyRecord,
): CheckedBid {
  const { content } = bid;
  return {
    ...{ kind, creditCode, registeredOn, assessmentGrade, assessmentValidUntil },
    ...record,
    ...(content === null ? UNREAD : partsOf(content, bid.attachments)),
    requestedFen: bid.requestedFen === null ? null : BigInt(bid.requestedFen),
    faults: bid.faults,
    placeOfOrganization: Number(bid.place),
    earlierOfOrganization: bid.earlier,
  };
}

type ReadParts = Pick<
  CheckedBid,
  'budgetFen' | 'ownFundsFen' | 'category' | 'applicantClass' | 'declarations' | 'documents'
>;

/** Of an application that cannot be read. */
const UNREAD: ReadParts = {
  ...{ budgetFen: null, ownFundsFen: null, category: null, applicantClass: null },
  ...{ declarations: new Set<string>(), documents: new Set<string>() },
};

/** @param attachments a document counts when the file is there whose place it names */
function partsOf(content: CheckedApplicationParts, attachments: number): ReadParts & AppliedMoney {
  const { declarations = [], documents = {} } = content;
  const attached = Object.entries(documents).filter(([, place]) => place <= attachments);
  return {
    ...projectMoneyOf(content),
    declarations: new Set(declarations),
    documents: new Set(attached.map(([code]) => code)),
  };
}
