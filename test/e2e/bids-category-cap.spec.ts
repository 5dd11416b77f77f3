import { playToQualified, type QualifiedRound } from '../support/review-story';
import { openStage, type Stage } from '../support/stage';

let stage: Stage;
let round: QualifiedRound;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-02-03T08:30:00+08:00' });
  // Every bid of the story asks for 100,000.00; the first is for the elderly, the second for people with disabilities.
  round = await playToQualified(stage, {
    code: 'capped',
    bids: 2,
    change: ({ categories }) => (categories[0]!.cap = '99999.99'),
  });
}, 120_000);
afterAll(() => stage.close());

describe('the cap of a category', () => {
  const bidOf = (n: number) => round.organizer.ok.get(`/v1/bids/${round.bidders[n]!.bidId}`);

  it('puts a bid out that asks for a fen more, and says which cap', async () => {
    const { state, checks, requested } = await bidOf(0);
    expect({ state, requested }).toEqual({ state: 'disqualified', requested: null });
    const failed = checks.find(({ code }: any) => code === 'amount-within-rule');
    expect(failed).toMatchObject({
      verdict: 'fail',
      facts: { why: 'GRANT.ABOVE_CATEGORY_CAP', category: 'elderly', limit: '99999.99' },
    });
  });

  it('leaves the same amount in another category alone', async () => {
    expect(await bidOf(1)).toMatchObject({
      state: 'qualified',
      requested: { amount: '100000.00' },
    });
  });
});
