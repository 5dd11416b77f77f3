import type { RuleSet } from '../../src/rules';
import { awardsStory } from '../support/awards-story';
import { seedOfficers, seedReviewedLot } from '../support/seed-reviewed-lot';
import type { Officers, ReviewedLot } from '../support/seeded';
import { openStage, type Stage } from '../support/stage';

let stage: Stage;
let officers: Officers;
let story: ReturnType<typeof awardsStory>;
let lot: ReviewedLot;

/** The first is awarded; of the next three one more is, by a vote-off. */
const byVoteOff = (rules: RuleSet) => {
  rules.award = {
    ...{ variant: 'vote-off', direct: 1, contested: 3, winners: 1, by: 'organizer' },
  };
};
const bid = (title: string, score: string) => ({ title, score, amount: '100000.00' });
const decisionOn = async (rank: number): Promise<any> => {
  const { bidId } = lot.bids[rank - 1]!;
  const { items } = await officers.organizer.ok.get(`/v1/decisions?subjectId=${bidId}`);
  return items[0];
};
const enter = async (rank: number, option: 'yes' | 'no') => {
  const { id, version } = await decisionOn(rank);
  const answer = { option, reason: '现场票决结果' };
  await officers.organizer.ok.post(`/v1/decisions/${id}/answer`, answer, { ifMatch: version });
  await stage.settled();
};

beforeAll(async () => {
  stage = await openStage({ startsAt: '2020-05-18T09:00:00+08:00' });
  officers = await seedOfficers(stage);
  story = awardsStory(stage, officers);
  const bids = [
    bid('甲', '95'),
    bid('乙', '90'),
    bid('丙', '85'),
    bid('丁', '80'),
    bid('戊', '75'),
  ];
  lot = await seedReviewedLot(stage, officers, bids, byVoteOff);
}, 120_000);
afterAll(() => stage.close());

describe('a vote-off', () => {
  it('is asked about for the bids that are in it, and nothing is proposed before', async () => {
    const asked = await Promise.all([1, 2, 3, 4, 5].map(decisionOn));
    expect(asked.map((one) => one?.code)).toEqual([
      ...[undefined, 'award.vote-off', 'award.vote-off', 'award.vote-off', undefined],
    ]);
    expect(await story.lotState(lot)).toBe('reviewed');
    expect(await story.standing(lot)).toEqual([]);
  });

  it('waits while it has more winners than the rules have, and says so to whoever entered them', async () => {
    for (const rank of [2, 3]) await enter(rank, 'yes');
    await enter(4, 'no');
    expect(await story.lotState(lot)).toBe('reviewed');
    expect(await story.tasksOf(officers.organizer, lot.lotId)).toEqual([
      'awards.voteOffMiscounted',
    ]);
  });

  it('is settled once the outcome is corrected: its winner is proposed, and the others are told why not', async () => {
    await enter(2, 'no');
    expect(await story.lotState(lot)).toBe('proposed');
    expect(await story.standing(lot)).toEqual(['甲 proposed', '丙 proposed']);
    expect(await story.tasksOf(officers.organizer, lot.lotId)).toEqual([]);
    const { document } = await officers.approver.ok.get(`/v1/lots/${lot.lotId}/award-proposal`);
    expect(
      document.placements.map(({ outcome, explanation }: any) => [outcome, explanation.rule]),
    ).toEqual([
      ['awarded', '/award'],
      ['notAwarded', '/award/winners'],
      ['awarded', '/award'],
      ['notAwarded', '/award/winners'],
      ['notAwarded', '/award/contested'],
    ]);
  });
});
