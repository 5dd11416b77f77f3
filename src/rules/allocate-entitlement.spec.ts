import { bids, placed, told } from './allocation.fixture';
import type { Entitlement } from './rule-set.types';

const skipping: Entitlement = { variant: 'entitlement', whenItDoesNotFit: 'skip' };
const stopping: Entitlement = { variant: 'entitlement', whenItDoesNotFit: 'stop' };

describe('an entitlement', () => {
  it('goes to whoever qualifies, in the order of receipt, as long as the money reaches', () => {
    expect(told(placed(skipping, 100, bids('40', '50', '20', '10')))).toEqual([
      ...['40', '50', 'notAwarded', '10'],
    ]);
  });

  it('ends at the first for whom it does not reach, where the rules stop', () => {
    const placements = placed(stopping, 100, bids('40', '50', '20', '10'));
    expect(told(placements)).toEqual(['40', '50', 'notAwarded', 'notAwarded']);
    expect(placements[3]!.explanation).toEqual({
      rule: '/award/whenItDoesNotFit',
      inputs: { receiptNo: '4', amount: '10.00', stoppedAtReceiptNo: '3' },
      arithmetic: '4 > 3',
      words: {
        zh: '受理顺序第4号，申请10.00元：资金到第3号已不足，按规则其后不再立项。不予立项。',
        en: 'Receipt no. 4, asking for 10.00 yuan: the money did not reach for no. 3, and by the rules nothing is given after it. It is not awarded.',
      },
    });
  });

  it('speaks of the order of receipt and of no rank', () => {
    const [first] = placed(skipping, 100, bids('40'));
    expect(first!.explanation).toEqual({
      rule: '/award',
      inputs: { receiptNo: '1', amount: '40.00', left: '100.00' },
      arithmetic: '40.00 ≤ 100.00',
      words: {
        zh: '受理顺序第1号，申请40.00元：资金尚余100.00元，足够。予以立项。',
        en: 'Receipt no. 1, asking for 40.00 yuan: 100.00 yuan are left, which is enough. It is awarded.',
      },
    });
  });

  it('may be bounded for one organization', () => {
    const one = { ...skipping, mostPerOrganization: 1 };
    const given = bids('10 - a', '10 - a', '10 - b');
    expect(told(placed(one, 100, given))).toEqual(['10', 'notAwarded', '10']);
    expect(told(placed(skipping, 100, given))).toEqual(['10', '10', '10']);
  });
});
