import type { RuleSet } from '../../src/rules';
import { smallRound } from '../../src/rules/small-round.fixture';
import { institution, officer } from './registers';
import type { Actor, Stage } from './stage';

/** A bidder with its bid. */
export interface StoryBidder {
  readonly actor: Actor;
  readonly partyId: string;
  readonly bidId: string;
}

/** An expert of the pool. */
export interface StoryExpert {
  readonly actor: Actor;
  readonly expertId: string;
}

/** A round whose only lot has qualified bids, and the people around it. */
export interface QualifiedRound {
  readonly roundId: string;
  readonly lotId: string;
  readonly ruleSet: RuleSet;
  readonly organizer: Actor;
  readonly approver: Actor;
  readonly supervisor: Actor;
  readonly bidders: readonly StoryBidder[];
}

/** What a story's round differs in. */
export interface StoryOptions {
  readonly code: string;
  /** How many parties bid. */
  readonly bids: number;
  /** Before the bids are opened and the panel forms: registers experts, ties and leaves. */
  readonly beforeOpening?: (organizer: Actor, bidders: readonly StoryBidder[]) => Promise<void>;
  readonly change?: (rules: RuleSet) => void;
}

const FUND = '1000000.00';

/** Plays a round from its draft to the qualification of its bids, through REST; the stage must stand before 10 March 2020. */
export async function playToQualified(
  stage: Stage,
  options: StoryOptions,
): Promise<QualifiedRound> {
  const organizer = await officer(stage, 'organizer');
  const approver = await officer(stage, 'approver');
  const supervisor = await officer(stage, 'supervisor');
  const ruleSet = smallRound((rules) => {
    // The judged check: what a person answers is not this story's matter.
    rules.qualification.pop();
    options.change?.(rules);
  });
  const round = await announce(stage, { organizer, approver, ruleSet, code: options.code });
  const lotId: string = round.lots[0].id;
  const bidders: StoryBidder[] = [];
  for (let n = 0; n < options.bids; n += 1) {
    bidders.push(await bid(stage, lotId, ruleSet, n));
  }
  await stage.advanceTo('2020-04-13T09:00:00+08:00');
  await options.beforeOpening?.(organizer, bidders);
  const opening = await organizer.ok.post(`/v1/lots/${lotId}/opening`);
  const second = await officer(stage, 'organizer');
  await second.ok.post(`/v1/lots/${lotId}/opening/confirmation`, undefined, {
    ifMatch: opening.version,
  });
  await stage.settled();
  return { roundId: round.id, lotId, ruleSet, organizer, approver, supervisor, bidders };
}

interface Draft {
  readonly organizer: Actor;
  readonly approver: Actor;
  readonly ruleSet: RuleSet;
  readonly code: string;
}

async function announce(stage: Stage, { organizer, approver, ruleSet, code }: Draft): Promise<any> {
  const fund = await organizer.ok.post('/v1/funds', {
    code: `fund-${code}`,
    name: '福利彩票公益金',
    source: 'welfare-lottery',
  });
  await approver.ok.post(`/v1/funds/${fund.id}/budgets`, {
    year: 2020,
    amount: { amount: FUND, currency: 'CNY' },
  });
  const programme = await organizer.ok.post('/v1/programmes', {
    unitId: stage.cityId,
    year: 2020,
    stream: 'public-interest-venture',
    name: `公益创投 ${code}`,
  });
  const draft = await organizer.ok.post('/v1/rounds', {
    programmeId: programme.id,
    code,
    ruleSet,
    pots: ruleSet.funding.map((pot) => ({ code: pot.code, fundId: fund.id })),
  });
  await approver.ok.post(`/v1/rounds/${draft.id}/approval`, undefined, { ifMatch: draft.version });
  await stage.advanceTo('2020-03-10T09:00:00+08:00');
  return organizer.ok.get(`/v1/rounds/${draft.id}`);
}

async function bid(stage: Stage, lotId: string, rules: RuleSet, n: number): Promise<StoryBidder> {
  const actor = await stage.person(`代表${n + 1}`);
  const party = await actor.ok.post('/v1/parties', institution());
  const content = Buffer.from(JSON.stringify(application(rules, n)), 'utf8').toString('base64');
  const body = { partyId: party.id, revision: 1, content };
  const receipt = await actor.ok.post(`/v1/lots/${lotId}/bids`, body);
  const { items } = await actor.ok.get(`/v1/bids?lotId=${lotId}`);
  return { actor, partyId: party.id, bidId: receipt.bidId ?? items[0].id };
}

function application({ categories, form }: RuleSet, n: number): object {
  return {
    schema: 'yichuang/application/1',
    title: `公益项目${n + 1}`,
    category: categories[n % categories.length]!.code,
    sections: Object.fromEntries(form.sections.map(({ code }) => [code, `项目${n + 1}：${code}`])),
    budgetLines: form.budgetLines.map(({ code }) => ({ code, amount: '40000.00' })),
    ownFunds: '100000.00',
    activities: [{ name: '常规服务', times: 10, heads: 40 }],
    indicators: [{ name: '服务人次', target: 400, unit: '人次' }],
  };
}

/** Puts people into the pool of experts, one for each list of fields. */
export async function addExperts(
  stage: Stage,
  organizer: Actor,
  fields: readonly (readonly string[])[],
): Promise<StoryExpert[]> {
  const experts: StoryExpert[] = [];
  for (const own of fields) {
    const actor = await stage.person(`专家${own.join()}`);
    const body = { personId: actor.personId, fields: own };
    const { id } = await organizer.ok.post('/v1/experts', body);
    experts.push({ actor, expertId: id });
  }
  return experts;
}

/** The seats to which experts are invited or on which they sit, with who they are. */
export async function seatsOf(
  experts: readonly StoryExpert[],
  states: readonly string[],
): Promise<{ expert: StoryExpert; seat: any }[]> {
  const found = [];
  for (const expert of experts) {
    const { items } = await expert.actor.ok.get('/v1/panel-seats');
    for (const seat of items) if (states.includes(seat.state)) found.push({ expert, seat });
  }
  return found;
}

/** An expert reads the list of bidders, declares and takes the seat. */
export async function accept(expert: StoryExpert, seat: any): Promise<any> {
  const path = `/v1/panel-seats/${seat.id}`;
  const { digest, version } = await expert.actor.ok.get(`${path}/bidders`);
  const body = { biddersDigest: digest };
  return expert.actor.ok.post(`${path}/acceptance`, body, { ifMatch: version });
}

/** Scores that add up to a total, criterion by criterion from the first. */
export function scoresOf({ scoring }: RuleSet, total: number): Record<string, string> {
  let left = total;
  return Object.fromEntries(
    scoring.criteria.map(({ code, points }) => {
      const score = Math.min(points, left);
      left -= score;
      return [code, String(score)];
    }),
  );
}
