import type { RuleSet, UnfilledQuotaRule } from '../../src/rules';
import { awardsStory } from '../support/awards-story';
import { seedOfficers, seedReviewedLot } from '../support/seed-reviewed-lot';
import type { Officers, ReviewedLot } from '../support/seeded';
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

/** Two places for the elderly, one for people with disabilities. */
const byQuotas =
  (variant: UnfilledQuotaRule['variant'] = 'stays', reserve = true) =>
  (rules: RuleSet) => {
    rules.categories = rules.categories.slice(0, 2);
    rules.categories[0]!.quota = 2;
    rules.categories[1]!.quota = 1;
    rules.award = {
      variant: 'rank-within-quotas',
      whenItDoesNotFit: 'skip',
      unfilledQuota: { variant },
      reserve,
    };
  };

const bid = (title: string, category: string, score: string, amount = '100000.00') => ({
  title,
  category,
  score,
  amount,
});
const fiveBids = () => [
  bid('老一', 'elderly', '95'),
  bid('老二', 'elderly', '92'),
  bid('老三', 'elderly', '90'),
  bid('残一', 'disability', '80'),
  bid('残二', 'disability', '70'),
];
const noticed = async (change: (rules: RuleSet) => void, bids = fiveBids()) => {
  const lot = await seedReviewedLot(stage, officers, bids, change);
  await story.approveLot(lot);
  return lot;
};
const declines = async (lot: ReviewedLot, rank: number) => {
  const { id } = await story.award(lot, rank);
  const by = lot.bids[rank - 1]!.applicant;
  await story.act(by, `/v1/awards/${id}`, 'declination', { reason: '不再开展' });
};
const upheld = async (lot: ReviewedLot, rank: number, effect: string) => {
  const resident = await stage.person('王居民', []);
  const path = await story.objection(resident, lot, rank, true);
  const answer = { outcome: 'upheld', reason: '申报材料不实', effect };
  await story.act(officers.approver, path, 'answer', answer);
};

describe('awards by quotas of categories', () => {
  let lot: ReviewedLot;

  beforeAll(async () => {
    lot = await seedReviewedLot(stage, officers, fiveBids(), byQuotas());
  }, 60_000);

  it('are proposed to the best of each category, with the places counted for the approver', async () => {
    expect(await story.standing(lot)).toEqual([
      '老一 proposed',
      '老二 proposed',
      '老三 reserve',
      '残一 proposed',
      '残二 reserve',
    ]);
    const { document } = await officers.approver.ok.get(`/v1/lots/${lot.lotId}/award-proposal`);
    expect(document.categories).toEqual([
      {
        category: 'elderly',
        name: { zh: '为老服务', en: 'Services for the elderly' },
        quota: 2,
        budget: null,
        awards: 2,
        amount: '200000.00',
      },
      expect.objectContaining({ category: 'disability', quota: 1, awards: 1 }),
    ]);
    expect(document.placements[2]).toMatchObject({
      rank: 3,
      category: 'elderly',
      outcome: 'reserve',
      reservePlace: 1,
      explanation: { rule: '/categories/elderly/quota', arithmetic: '2 + 1 > 2' },
    });
  });

  it('stand on the public notice with their category, and the reserve with its place in it', async () => {
    await story.approveLot(lot);
    const { items } = await stage.nobody.ok.get('/v1/public/gz/notices?kind=award');
    const { content } = await stage.nobody.ok.get(`/v1/public/gz/notices/${items[0].id}`);
    expect(content.categories).toMatchObject([
      { category: 'elderly', name: { zh: '为老服务' }, quota: 2, awards: 2 },
      { category: 'disability', name: { zh: '助残服务' }, quota: 1, awards: 1 },
    ]);
    const seen = (list: any[]) => list.map(({ title, category }) => `${title} ${category}`);
    expect(seen(content.awards)).toEqual(['老一 elderly', '老二 elderly', '残一 disability']);
    expect(seen(content.reserve)).toEqual(['老三 elderly', '残二 disability']);
    expect(content.reserve.map(({ place }: any) => place)).toEqual([1, 1]);
  });

  it('are explained to their own bidder in words, and to no other', async () => {
    const { id } = await story.award(lot, 3);
    const own = await lot.bids[2]!.applicant.ok.get(`/v1/awards/${id}`);
    expect(own).toMatchObject({ category: 'elderly', state: 'reserve' });
    expect(own.explanation.words).toEqual({
      zh: '第3名，申请100000.00元：“为老服务”的2个名额已满。列为备选。',
      en: 'Rank 3, asking for 100000.00 yuan: the 2 places of “Services for the elderly” are taken. It is on the reserve list.',
    });
    await expectRefusal(lot.bids[4]!.applicant.get(`/v1/awards/${id}`), 404, 'ACCESS.NOT_FOUND');
  });

  it('go to the next of the same category when one is declined, not to a better one of another', async () => {
    await declines(lot, 4);
    expect(await story.standing(lot)).toEqual([
      '老一 noticed',
      '老二 noticed',
      '老三 reserve',
      '残一 declined',
      '残二 proposed',
    ]);
    const { explanation } = await story.award(lot, 5);
    expect(explanation).toMatchObject({
      inputs: { vacant: 'disability', place: '1', quota: '1' },
      words: { zh: expect.stringContaining('“助残服务”有项目退出，同类别先行递补。') },
    });
  });

  it('come up on a notice of their own, with their category', async () => {
    const { id } = await story.award(lot, 5);
    const before = await stage.nobody.ok.get('/v1/public/gz/notices?kind=award');
    await expectRefusal(stage.nobody.get(`/v1/awards/${id}`), 401, 'ACCESS.SIGN_IN_REQUIRED');
    await story.act(officers.approver, `/v1/awards/${id}`, 'approval');
    const { items } = await stage.nobody.ok.get('/v1/public/gz/notices?kind=award');
    const fresh = items.find((one: any) => !before.items.some((old: any) => old.id === one.id));
    const { content } = await stage.nobody.ok.get(`/v1/public/gz/notices/${fresh.id}`);
    expect(content).toMatchObject({
      title: '残二',
      category: 'disability',
      categoryName: { zh: '助残服务', en: 'Services for people with disabilities' },
    });
  });

  it('leave a place empty when nobody of the category is left to take it', async () => {
    await declines(lot, 5);
    expect(await story.standing(lot)).toEqual([
      '老一 noticed',
      '老二 noticed',
      '老三 reserve',
      '残一 declined',
      '残二 declined',
    ]);
  });

  it('tell every bidder the sum behind its result', async () => {
    await stage.advanceTo('2020-05-23T00:00:00+08:00');
    const letters = await stage.sql(
      `SELECT template, facts->>'sum' AS sum FROM messages WHERE subject_id = ANY($1) AND template LIKE 'awards.result%' ORDER BY id`,
      [lot.bids.map(({ bidId }) => bidId)],
    );
    expect(letters).toEqual([
      { template: 'awards.resultFunded', sum: '1 ≤ 2; 100000.00 ≤ 1000000.00' },
      { template: 'awards.resultFunded', sum: '2 ≤ 2; 100000.00 ≤ 900000.00' },
      { template: 'awards.resultReserve', sum: '2 + 1 > 2' },
      { template: 'awards.resultNotFunded', sum: '不再开展' },
      { template: 'awards.resultNotFunded', sum: '不再开展' },
    ]);
  });
});

describe('one that came up from the reserve and is turned down', () => {
  it('gives its place to the next of the same category', async () => {
    const lot = await noticed(byQuotas(), [...fiveBids(), bid('残三', 'disability', '65')]);
    await declines(lot, 4);
    const { id } = await story.award(lot, 5);
    const reason = { reason: '与另一项目重复' };
    await story.act(officers.approver, `/v1/awards/${id}`, 'refusal', reason);
    expect((await story.standing(lot)).slice(2)).toEqual([
      '老三 reserve',
      '残一 declined',
      '残二 notConfirmed',
      '残三 proposed',
    ]);
  }, 60_000);
});

describe('an objection that is upheld', () => {
  it('brings up the next of the same category when it revokes an award', async () => {
    const lot = await noticed(byQuotas());
    await upheld(lot, 1, 'revoke');
    expect(await story.standing(lot)).toEqual([
      '老一 revoked',
      '老二 noticed',
      '老三 proposed',
      '残一 noticed',
      '残二 reserve',
    ]);
  }, 60_000);

  it('has the lot proposed anew by the same quotas when it sends it back', async () => {
    const lot = await noticed(byQuotas());
    await upheld(lot, 4, 're-propose');
    expect(await story.standing(lot)).toEqual([
      '老一 proposed',
      '老二 proposed',
      '老三 reserve',
      '残一 revoked',
      '残二 proposed',
    ]);
  }, 60_000);
});

describe('a place that its category cannot fill', () => {
  const withoutDisabled = () => fiveBids().slice(0, 4);

  it('goes to the next best of any category where the rules say so', async () => {
    const lot = await noticed(byQuotas('next-best'), withoutDisabled());
    await declines(lot, 4);
    expect(await story.standing(lot)).toEqual([
      '老一 noticed',
      '老二 noticed',
      '老三 proposed',
      '残一 declined',
    ]);
    expect((await story.award(lot, 3)).explanation).toMatchObject({
      rule: '/award/unfilledQuota',
      inputs: { category: 'elderly', place: '3', places: '3' },
    });
    expect(await story.money(lot)).toEqual({ available: '80000000', reserved: '20000000' });
  }, 60_000);

  it('stays empty where they say that', async () => {
    const lot = await noticed(byQuotas('stays'), withoutDisabled());
    await declines(lot, 4);
    expect((await story.standing(lot)).slice(2)).toEqual(['老三 reserve', '残一 declined']);
  }, 60_000);
});

describe('a budget of a category', () => {
  it('keeps a bid out for which the round has money, and lets a cheaper one of it pass', async () => {
    const lot = await noticed(
      (rules) => {
        byQuotas()(rules);
        rules.categories[0]!.budget = '300000.00';
      },
      [
        bid('老一', 'elderly', '95', '200000.00'),
        bid('老二', 'elderly', '92', '200000.00'),
        bid('老三', 'elderly', '90', '100000.00'),
      ],
    );
    expect(await story.standing(lot)).toEqual(['老一 noticed', '老二 reserve', '老三 noticed']);
    // 200,000 fall free: the second fits into its category's budget again.
    await declines(lot, 1);
    expect(await story.standing(lot)).toEqual(['老一 declined', '老二 proposed', '老三 noticed']);
  }, 60_000);
});

describe('a lot without a reserve', () => {
  it('gives whom the quota kept out no award, and tells it why', async () => {
    const lot = await noticed(byQuotas('stays', false));
    expect(await story.standing(lot)).toEqual(['老一 noticed', '老二 noticed', '残一 noticed']);
    await stage.advanceTo('2020-06-20T00:00:00+08:00');
    const [letter] = await stage.sql(
      `SELECT template, facts->>'sum' AS sum FROM messages WHERE subject_id = $1 AND template LIKE 'awards.result%'`,
      [lot.bids[2]!.bidId],
    );
    expect(letter).toEqual({ template: 'awards.resultNotFunded', sum: '2 + 1 > 2' });
  }, 60_000);
});

describe('two of a category that fall away at the same moment', () => {
  it('are followed by the next two of it, each once', async () => {
    const more = [bid('老四', 'elderly', '88'), bid('老五', 'elderly', '86')];
    const lot = await noticed(byQuotas('next-best'), [...fiveBids(), ...more]);
    const ranked = await story.awardsOf(officers.organizer, lot);
    const gone = ranked.filter(({ title }) => ['老一', '老二'].includes(title));
    await Promise.all(
      gone.map(({ id, version }, n) =>
        lot.bids[n]!.applicant.ok.post(
          `/v1/awards/${id}/declination`,
          { reason: '不再开展' },
          { ifMatch: version },
        ),
      ),
    );
    await stage.settled();
    expect(await story.standing(lot)).toEqual([
      '老一 declined',
      '老二 declined',
      '老三 proposed',
      '老四 proposed',
      '老五 reserve',
      '残一 noticed',
      '残二 reserve',
    ]);
  }, 60_000);
});

describe('the record', () => {
  it('has no category beyond its quota or budget, in whatever lot', async () => {
    expect((await verifyStage(stage))['M9']).toEqual([]);
  });
});
