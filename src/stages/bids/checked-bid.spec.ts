import { toDay } from '../../kernel/day';
import { application } from '../../../test/support/applications';
import type { Party } from '../../registers/parties';
import { checkedBid } from './checked-bid';
import type { BidToCheck } from './qualification.repository';

const party: Party = {
  ...{ id: 'p', name: '机构', payee: null, version: 1 },
  ...{ kind: 'association', creditCode: null, registeredOn: toDay('2020-01-01') },
  ...{ assessmentGrade: '4A', assessmentValidUntil: toDay('2024-12-31') },
};
const record = {
  ...{ sanctions: ['breach'], listings: [], annualChecks: [], evaluations: [], projects: [] },
};
const bid: BidToCheck = {
  ...{ bidId: 'b', partyId: 'p', revision: 1, requestedFen: '10000000', faults: 2 },
  ...{ attachments: 1, place: '3', earlier: [{ category: 'youth', applicantClass: null }] },
  content: application({
    applicantClass: 'new',
    declarations: ['no-debts'],
    documents: { licence: 1, report: 2 },
  }),
};

describe('checkedBid', () => {
  it('puts party, record and application together', () => {
    expect(checkedBid(bid, party, record)).toMatchObject({
      ...{ kind: 'association', creditCode: null, registeredOn: '2020-01-01' },
      ...{ assessmentGrade: '4A', assessmentValidUntil: '2024-12-31', sanctions: ['breach'] },
      ...{ category: 'elderly', applicantClass: 'new', declarations: new Set(['no-debts']) },
      ...{ budgetFen: 20_000_000n, ownFundsFen: 10_000_000n, requestedFen: 10_000_000n },
      ...{ faults: 2, placeOfOrganization: 3, earlierOfOrganization: bid.earlier },
      lines: new Map([
        ['staff', 12_000_000n],
        ['activities', 5_000_000n],
        ['materials', 3_000_000n],
      ]),
    });
  });

  it('counts a document whose file is there, and none that names a place beyond the files', () => {
    expect(checkedBid(bid, party, record).documents).toEqual(new Set(['licence']));
    const without = checkedBid({ ...bid, attachments: 0 }, party, record);
    expect(without.documents).toEqual(new Set());
  });

  it('has nothing of an application that cannot be read', () => {
    expect(checkedBid({ ...bid, content: null, requestedFen: null }, party, record)).toMatchObject({
      ...{ budgetFen: null, ownFundsFen: null, requestedFen: null, category: null },
      ...{ applicantClass: null, declarations: new Set(), documents: new Set() },
    });
  });
});
