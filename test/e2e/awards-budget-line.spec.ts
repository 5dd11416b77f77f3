import { parseAmount } from '../../src/kernel/money';
import { Ledger } from '../../src/registers/ledger';
import type { RankWithinBudget, RuleSet } from '../../src/rules';
import { awardsStory } from '../support/awards-story';
import { inSystem } from '../support/registers';
import { seedOfficers, seedReviewedLot } from '../support/seed-reviewed-lot';
import { pathOf, type Officers, type ReviewedLot } from '../support/seeded';
import { expectRefusal, openStage, type Stage } from '../support/stage';
import { verifyStage } from '../support/verify-stage';

let stage: Stage;
let officers: Officers;
let story: ReturnType<typeof awardsStory>;

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-05-18T09:00:00+08:00' });
  officers = await seedOfficers(stage);
  story = awardsStory(stage, officers);
}, 120_000);
afterAll(() => stage.close());

const by = (change: Partial<RankWithinBudget>) => (rules: RuleSet) => {
  rules.award = { ...(rules.award as RankWithinBudget), ...change };
};
const bid = (title: string, score: string, amount: string) => ({ title, score, amount });
/** Of a million the first takes 600,000, so that 400,000 are left for the second. */
const threeBids = () => [
  bid('甲', '90', '600000.00'),
  bid('乙', '85', '500000.00'),
  bid('丙', '80', '100000.00'),
];

const documentOf = async ({ lotId }: ReviewedLot) =>
  (await officers.approver.ok.get(`/v1/lots/${lotId}/award-proposal`)).document;
const approve = async ({ lotId }: ReviewedLot) => {
  const { version } = await officers.approver.ok.get(`/v1/lots/${lotId}/award-proposal`);
  return officers.approver.post(`/v1/lots/${lotId}/award-approval`, undefined, {
    ifMatch: version,
  });
};
const addToFund = ({ fundId }: ReviewedLot, amount: string) =>
  inSystem(stage, (ctx) =>
    stage.get(Ledger).budget(ctx, {
      ...{ fundId, unitPath: pathOf(stage), year: 2020, amountFen: parseAmount(amount) },
      cause: { kind: 'fund', id: fundId },
    }),
  );
const inFund = async ({ fundId }: ReviewedLot): Promise<string> => {
  const rows = await stage.sql(
    `SELECT sum(balance_fen)::text AS fen FROM ledger_accounts WHERE fund_id = $1 AND kind = 'fund'`,
    [fundId],
  );
  return rows[0].fen;
};

describe('what is left at the budget line', () => {
  it('goes to the next of whom enough is left, as a smaller award whose contract is for that', async () => {
    const rules = by({ whenItDoesNotFit: 'partial', leastShareLeft: '0.8' });
    const lot = await seedReviewedLot(stage, officers, threeBids(), rules);
    expect((await documentOf(lot)).placements[1]).toMatchObject({
      ...{ amount: '400000.00', asked: '500000.00', outcome: 'awarded' },
      draws: [{ fund: 'welfare-lottery', amount: '400000.00' }],
    });
    await story.approveLot(lot);
    expect(await story.standing(lot)).toEqual(['甲 noticed', '乙 noticed', '丙 reserve']);
    expect(await story.award(lot, 2)).toMatchObject({ amount: { amount: '400000.00' } });
    expect(await story.money(lot)).toEqual({ reserved: '100000000' });
    await stage.advanceTo('2020-05-23T00:00:00+08:00');
    const contract = await story.contractOf(officers.organizer, (await story.award(lot, 2)).id);
    expect(contract).toMatchObject({ amount: { amount: '400000.00' } });
    expect(contract.document.tranches.map(({ amount }: any) => amount)).toEqual([
      ...['200000.00', '160000.00', '40000.00'],
    ]);
  });
});

describe('an award beyond the pots', () => {
  const beyond = by({ whenItDoesNotFit: 'overrun', leastShareLeft: '0.8' });
  let lot: ReviewedLot;

  beforeAll(async () => {
    lot = await seedReviewedLot(stage, officers, threeBids(), beyond);
  }, 60_000);

  it('stands in what the approver reads, in all and with its award', async () => {
    const document = await documentOf(lot);
    expect(document.overrun).toBe('100000.00');
    expect(document.placements[1]).toMatchObject({
      ...{ amount: '500000.00', overrun: '100000.00', outcome: 'awarded' },
      draws: [{ fund: 'welfare-lottery', amount: '400000.00' }],
    });
    expect(document.left).toEqual([{ fund: 'welfare-lottery', amount: '0.00' }]);
  });

  it('is not approved while its fund has no money for it', async () => {
    await expectRefusal(approve(lot), 422, 'LEDGER.INSUFFICIENT');
    expect(await story.standing(lot)).toEqual(['甲 proposed', '乙 proposed', '丙 reserve']);
  });

  it('is not approved by who has no say over its fund', async () => {
    const moveFund = (path: string) =>
      stage.sql('UPDATE funds SET unit_path = $2 WHERE id = $1', [lot.fundId, path]);
    await moveFund('elsewhere');
    await expectRefusal(approve(lot), 409, 'AWARDS.FUND_BEYOND_REACH');
    await moveFund(pathOf(stage));
  });

  it('takes what is beyond the pots out of the fund when it is approved', async () => {
    await addToFund(lot, '150000.00');
    expect((await approve(lot)).status).toBe(201);
    await stage.settled();
    expect(await story.money(lot)).toEqual({ reserved: '110000000' });
    expect(await inFund(lot)).toBe('5000000');
    const { draws } = await story.award(lot, 2);
    expect(draws.map((draw: any) => draw.amount.amount)).toEqual(['400000.00', '100000.00']);
  });

  it('gives it back to the fund when it falls away, and the pots to the reserve', async () => {
    const { id } = await story.award(lot, 2);
    const reason = { reason: '不再开展' };
    await story.act(lot.bids[1]!.applicant, `/v1/awards/${id}`, 'declination', reason);
    expect(await inFund(lot)).toBe('15000000');
    expect(await story.standing(lot)).toEqual(['甲 noticed', '乙 declined', '丙 proposed']);
    expect(await story.money(lot)).toEqual({ available: '40000000', reserved: '60000000' });
  });

  it('leaves nothing behind that does not add up', async () => {
    const { M1, M6, M8, M9, M10 } = await verifyStage(stage);
    expect([M1, M6, M8, M9, M10].flat()).toEqual([]);
  });
});
