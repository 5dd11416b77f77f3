import { leadsSomewhere } from './json-pointer';
import { keptByHand } from './kept-by-hand';
import { features, type Feature } from './round-features.fixture';
import { smallRound } from './small-round.fixture';

const HAN = /\p{Script=Han}/u;
const pointersOf = (change?: Feature) =>
  keptByHand(smallRound(change)).map(({ pointer }) => pointer);

describe('keptByHand', () => {
  it('names nothing of a round that the service runs from end to end', () => {
    expect(keptByHand(smallRound())).toEqual([]);
  });

  it.each<[string, Feature, string[]]>([
    ['paper beside the portal', features.channels, ['/timetable/channels/1']],
    ['phases', features.phases, ['/lots']],
    ['a category that is commissioned', features.directedCategory, ['/categories/4/basis']],
    [
      'the rules of a vote',
      features.votesInScore,
      ['/votes', '/votes/minChoices', '/votes/maxChoices'],
    ],
    [
      'what layers keep for themselves',
      features.forwarding,
      [
        ...['/forwarding/0/dueOn', '/forwarding/0/onlyFor'],
        ...['/forwarding/1/dueOn', '/forwarding/1/ranks'],
      ],
    ],
    ['gifts', features.giftMatch, ['/gifts', '/gifts/fromAmounts', '/gifts/closesOn']],
    [
      'the rules of a pitch',
      features.shortlistAndPitch,
      ['/pitch/presentMinutes', '/pitch/questionMinutes', '/pitch/slidesDueAt'],
    ],
    [
      'objections on paper, and what comes after the notice',
      features.noticeAndChallenges,
      [
        ...['/notice/contents', '/objection/form'],
        ...['/objection/countsWhen', '/objection/afterNotice'],
      ],
    ],
    [
      'budgets by year',
      features.yearsAndLines,
      ['/tranches/1/of', '/tranches/2/of', '/tranches/3/of'],
    ],
    ['a bar of one kind', features.evaluationDays, ['/evaluations/1/consequences/0']],
    ['members who are named', features.weightedSeats, ['/panel/selection', '/panel/observers']],
    ['an amount that is settled later', features.laterPriced, ['/amount']],
    ['who bids together with the party', features.classes, ['/applicants/jointBids']],
    ['titles', features.prizes, ['/titles']],
    ['an amount that an audit finds', features.auditedShare, ['/amount']],
    ['another currency', (r) => (r.currency = 'EUR'), ['/currency']],
    ['bids that are read as they come in', (r) => (r.sealing.mode = 'open'), ['/sealing/mode']],
    ['another calendar', (r) => (r.calendar = 'TW'), ['/calendar']],
    ['a procurement', (r) => (r.regime = 'procurement'), ['/regime']],
    [
      'objections that hold nothing up',
      (r) => (r.objection.suspends = false),
      ['/objection/suspends'],
    ],
    [
      'objections that somebody else handles',
      (r) => (r.objection.handledBy = 'supervisor'),
      ['/objection/handledBy'],
    ],
    ['a call without the portal', withoutPortal, ['/timetable/channels/0', '/timetable/channels']],
  ])('names %s', (_, change, pointers) => {
    expect(pointersOf(change)).toEqual(pointers);
  });

  it.each<[string, Feature]>([
    ['the portal alone', (r) => onlyPortal(r)],
    ['members who are drawn', features.seatsInScore],
    ['a cap', features.upToCap],
    ['a share of the planned budget', features.tiers],
    ['objections that hold awards up', (r) => (r.objection.suspends = true)],
    ['objections that an approver answers', (r) => (r.objection.handledBy = 'approver')],
    ['dated happenings', features.events],
    ['chained tranches', features.chainedTranches],
    ['a bonus by grade', features.bonusTranche],
    ['quotas', features.quotas],
    ['a vote-off', features.voteOff],
    ['steps by other names', features.publishedSteps],
  ])('does not name %s', (_, change) => {
    expect(pointersOf(change)).toEqual([]);
  });

  it('names a decision that no stage asks, and none that one does', () => {
    const asked = decisionAt('review', 'bid');
    expect(pointersOf(asked)).toEqual([]);
    expect(pointersOf(decisionAt('review', 'lot'))).toEqual([]);
    expect(pointersOf(decisionAt('review', 'round'))).toEqual(['/decisions/0']);
    expect(pointersOf(decisionAt('qualification', 'lot'))).toEqual(['/decisions/0']);
    expect(pointersOf(decisionAt('notice', 'bid'))).toEqual([]);
    expect(pointersOf(decisionAt('final', 'project'))).toEqual([]);
    expect(pointersOf(decisionAt('final', 'bid'))).toEqual(['/decisions/0']);
  });

  it('names a decision of which an answer does what no stage does by itself', () => {
    const withEffect = (per: 'bid' | 'lot', effect: 'goes-on' | 'excludes' | 'ends') =>
      pointersOf((rules) => {
        decisionAt('review', per)(rules);
        const name = { zh: '选项', en: 'Option' };
        const options = [
          { code: 'yes', name, effect: 'goes-on' as const },
          { code: 'no', name, effect },
        ];
        rules.decisions![0]!.answer = { variant: 'choice', options };
      });
    expect(withEffect('bid', 'excludes')).toEqual([]);
    expect(withEffect('lot', 'goes-on')).toEqual([]);
    expect(withEffect('lot', 'ends')).toEqual([]);
  });

  it('says of every part where it is, once, and what is left to people in both languages', () => {
    for (const change of Object.values(features)) {
      const rules = smallRound(change);
      const kept = keptByHand(rules);
      const pointers = kept.map(({ pointer }) => pointer);
      expect(pointers).toEqual([...new Set(pointers)]);
      for (const { pointer, words } of kept) {
        expect(leadsSomewhere(rules, pointer)).toBe(true);
        expect(HAN.test(words.zh)).toBe(true);
        expect(HAN.test(words.en)).toBe(false);
      }
    }
  });
});

function withoutPortal(rules: Parameters<Feature>[0]): void {
  const name = { zh: '电子邮件', en: 'E-mail' };
  rules.timetable.channels = [{ code: 'mail', name, kind: 'email', required: true }];
}

function onlyPortal(rules: Parameters<Feature>[0]): void {
  const name = { zh: '申报平台', en: 'Portal' };
  rules.timetable.channels = [{ code: 'portal', name, kind: 'portal', required: true }];
}

function decisionAt(
  at: 'review' | 'qualification' | 'notice' | 'final',
  per: 'round' | 'lot' | 'bid' | 'project',
): Feature {
  return (rules) => {
    rules.decisions = [
      {
        ...{ code: 'same-day', at, per, by: 'organizer' },
        question: { zh: '是否同日评审？', en: 'Is all reviewed on one day?' },
        answer: { variant: 'count' },
        clause: { source: 'invented', text: '由主办单位决定。' },
      },
    ];
  };
}
