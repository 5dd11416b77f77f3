import { toDay } from '../kernel/day';
import type { Candidate, CandidateBid, CandidateParty, PartyRecord } from './eligibility-candidate';

/** What a spec changes in a candidate. */
export interface CandidateChanges {
  readonly party?: Partial<CandidateParty>;
  readonly record?: Partial<PartyRecord>;
  readonly bid?: Partial<CandidateBid>;
}

/** An institution of some years with nothing on its record, whose bid asks for 100,000 of 200,000 yuan. */
export function candidate({ party, record, bid }: CandidateChanges = {}): Candidate {
  return {
    party: {
      ...{ kind: 'service-institution', creditCode: '52440100MJ9900012Y' },
      ...{ registeredOn: toDay('2015-06-01'), assessmentGrade: '4A', assessmentValidUntil: null },
      ...party,
    },
    record: {
      ...{ sanctions: [], listings: [], annualChecks: [], evaluations: [], projects: [] },
      ...record,
    },
    bid: {
      ...{ category: 'elderly', applicantClass: null, faults: 0, placeOfOrganization: 1 },
      ...{ earlierOfOrganization: [], declarations: new Set(), documents: new Set() },
      money: {
        ...{ budgetFen: 20_000_000n, ownFundsFen: 10_000_000n, category: 'elderly' },
        lines: new Map([
          ['staff', 12_000_000n],
          ['activities', 5_000_000n],
          ['materials', 3_000_000n],
        ]),
      },
      ...bid,
    },
  };
}
