import { createHash } from 'node:crypto';

import { newId } from '../../src/kernel/id';
import { parseAmount } from '../../src/kernel/money';
import { Ledger } from '../../src/registers/ledger';
import type { RuleSet } from '../../src/rules';
import { smallRound } from '../../src/rules/small-round.fixture';
import { creditCode } from './credit-codes';
import { inSystem } from './registers';
import type { Actor, Stage } from './stage';

/** A bid that was reviewed, as a test wants it: its score decides its rank. */
export interface WantedBid {
  readonly title: string;
  readonly score: string;
  /** What it asks for; its budget is that and as much again of own funds. */
  readonly amount: string;
}

/** A reviewed bid with the person who stands for its party. */
export interface SeededBid {
  readonly bidId: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly title: string;
  readonly applicant: Actor;
}

/** A lot whose review is done, with everything before it in the record. */
export interface ReviewedLot {
  readonly roundId: string;
  readonly lotId: string;
  readonly fundId: string;
  readonly ruleSet: RuleSet;
  readonly bids: readonly SeededBid[];
  readonly experts: readonly string[];
}

/** The people who run the rounds of a test. */
export interface Officers {
  readonly organizer: Actor;
  readonly approver: Actor;
  readonly secondApprover: Actor;
  readonly supervisor: Actor;
}

/** One person of each duty at the city. */
export async function seedOfficers(stage: Stage): Promise<Officers> {
  const ofCity = (duty: string) => [{ duty, scopeKind: 'unit', scopeId: stage.cityId } as const];
  return {
    organizer: await stage.person('陈组', ofCity('organizer')),
    approver: await stage.person('周批', ofCity('approver')),
    secondApprover: await stage.person('吴批', ofCity('approver')),
    supervisor: await stage.person('郑督', ofCity('supervisor')),
  };
}

let lots = 0;
let parties = 0;

/**
 * Puts a round where its review is done and its process goes on from there: what came before is written as rows, so that a
 * test can choose scores and amounts.
 */
export async function seedReviewedLot(
  stage: Stage,
  officers: Officers,
  wanted: readonly WantedBid[],
  change: (rules: RuleSet) => void = () => undefined,
): Promise<ReviewedLot> {
  lots += 1;
  const ruleSet = smallRound(change);
  const fundId = await seedFund(stage, ruleSet);
  const { roundId, lotId } = await seedRound(stage, officers, ruleSet, fundId, wanted.length);
  const bids: SeededBid[] = [];
  for (const bid of wanted) bids.push(await seedBid(stage, roundId, lotId, bid, bids.length + 1));
  const experts = await seedPanel(stage, roundId, lotId, wanted, bids, ruleSet);
  await inSystem(stage, (ctx) =>
    stage.get(Ledger).openRound(ctx, {
      roundId,
      unitPath: pathOf(stage),
      fundId,
      amountFen: ruleSet.funding.reduce((sum, { amount }) => sum + parseAmount(amount), 0n),
    }),
  );
  await stage.sql(`INSERT INTO processes (kind, id, tenant_id) VALUES ('round', $1, $2)`, [
    roundId,
    stage.cityId,
  ]);
  await stage.settled();
  return { roundId, lotId, fundId, ruleSet, bids, experts };
}

async function seedFund(stage: Stage, ruleSet: RuleSet): Promise<string> {
  const amountFen = ruleSet.funding.reduce((sum, { amount }) => sum + parseAmount(amount), 0n);
  const fundId = newId();
  await stage.sql(
    `INSERT INTO funds (id, tenant_id, unit_id, unit_path, code, name, source, version)
     SELECT $1, tenant_id, id, path, $3, '福利彩票公益金', 'welfare-lottery', 1 FROM units WHERE id = $2`,
    [fundId, stage.cityId, `lottery-${lots}`],
  );
  await inSystem(stage, (ctx) =>
    stage.get(Ledger).budget(ctx, {
      fundId,
      unitPath: pathOf(stage),
      year: 2020,
      amountFen,
      cause: { kind: 'fund', id: fundId },
    }),
  );
  return fundId;
}

async function seedRound(
  { sql, cityId }: Stage,
  { organizer, approver }: Officers,
  ruleSet: RuleSet,
  fundId: string,
  bidCount: number,
): Promise<{ roundId: string; lotId: string }> {
  const [programmeId, roundId, lotId] = [newId(), newId(), newId()];
  const code = `round-${lots}`;
  await sql(
    `INSERT INTO programmes (id, tenant_id, unit_id, unit_path, year, stream, name, created_by, created_at, version)
     SELECT $1, tenant_id, id, path, 2020, 'public-interest-venture', $3, $4, app_now(), 1 FROM units WHERE id = $2`,
    [programmeId, cityId, code, organizer.personId],
  );
  await sql(
    `INSERT INTO rounds (id, tenant_id, programme_id, unit_id, unit_path, code, state, revision, pots,
       created_by, created_at, approved_by, approved_at, announced_at, version)
     SELECT $1, tenant_id, $3, id, path, $4, 'announced', 1, $7, $5, app_now(), $6, app_now(), app_now(), 3
     FROM units WHERE id = $2`,
    [
      roundId,
      cityId,
      programmeId,
      code,
      organizer.personId,
      approver.personId,
      JSON.stringify(ruleSet.funding.map((pot) => ({ code: pot.code, fundId }))),
    ],
  );
  await sql(
    `INSERT INTO rule_set_revisions (round_id, revision, tenant_id, document, digest, difference, made_by, made_at)
     VALUES ($1, 1, $2, $3, $4, '[]', $5, app_now())`,
    [roundId, cityId, JSON.stringify(ruleSet), sha256('rules'), organizer.personId],
  );
  await sql(
    `INSERT INTO lots (id, tenant_id, round_id, unit_path, code, state, opens_at, closes_at, bid_count, bids_root, version)
     SELECT $1, tenant_id, id, unit_path, 'main', 'reviewed', $3, $4, $5, $6, 6 FROM rounds WHERE id = $2`,
    [
      lotId,
      roundId,
      ruleSet.timetable.callOpensAt,
      ruleSet.timetable.callClosesAt,
      bidCount,
      sha256('root'),
    ],
  );
  return { roundId, lotId };
}

async function seedBid(
  stage: Stage,
  roundId: string,
  lotId: string,
  { title, amount }: WantedBid,
  number: number,
): Promise<SeededBid> {
  const { sql, cityId } = stage;
  parties += 1;
  const applicant = await stage.person(`代表${parties}`);
  const partyName = `广州市第${parties}社会工作服务中心`;
  const { id: partyId } = await applicant.ok.post('/v1/parties', {
    kind: 'service-institution',
    name: partyName,
    creditCode: creditCode('service-institution', 5000 + parties),
    registeredOn: '2015-05-06',
  });
  const bidId = newId();
  await sql(
    `INSERT INTO bids (id, tenant_id, lot_id, round_id, unit_path, party_id, state, version_no, number, version)
     SELECT $1, tenant_id, $2, $3, unit_path, $4, 'qualified', 1, $5, 3 FROM rounds WHERE id = $3`,
    [bidId, lotId, roundId, partyId, `R${lots}-${number}`],
  );
  await sql(
    `INSERT INTO bid_versions (bid_id, no, tenant_id, act, content, content_digest, header, header_digest, revision,
       received_at, submitted_by, receipt)
     VALUES ($1, 1, $2, 'submission', '{}', $3, '{}', $3, 1, $4, $5, '{}')`,
    [bidId, cityId, sha256('{}'), `2020-04-0${number}T09:00:00+08:00`, applicant.personId],
  );
  const content = applicationFor(title, amount);
  await sql(
    `INSERT INTO applications (bid_id, tenant_id, title, category, content, budget_fen, own_funds_fen, requested_fen, faults)
     VALUES ($1, $2, $3, 'elderly', $4, $5, $6, $6, '[]')`,
    [
      bidId,
      cityId,
      title,
      JSON.stringify(content),
      (2n * parseAmount(amount)).toString(),
      parseAmount(amount).toString(),
    ],
  );
  await sql(
    `INSERT INTO subject_duties (person_id, subject_id, duty_group, tenant_id) VALUES ($1, $2, 'bidder', $3)`,
    [applicant.personId, roundId, cityId],
  );
  return { bidId, partyId, partyName, title, applicant };
}

function applicationFor(title: string, amount: string) {
  return {
    schema: 'yichuang/application/1',
    title,
    category: 'elderly',
    sections: { summary: '概述', need: '需求', plan: '方案', team: '团队' },
    budgetLines: [
      { code: 'staff', amount },
      { code: 'activities', amount, note: '活动十二次' },
    ],
    ownFunds: amount,
    activities: [{ name: '送餐', times: 12, heads: 40 }],
    indicators: [{ name: '服务人次', target: 480, unit: '人次' }],
  };
}

async function seedPanel(
  stage: Stage,
  roundId: string,
  lotId: string,
  wanted: readonly WantedBid[],
  bids: readonly SeededBid[],
  { scoring }: RuleSet,
): Promise<string[]> {
  const { sql, cityId } = stage;
  const panelId = newId();
  await sql(
    `INSERT INTO panels (id, tenant_id, lot_id, round_id, unit_path, no, state, revision, version)
     SELECT $1, tenant_id, $2, $3, unit_path, 1, 'reported', 1, 8 FROM rounds WHERE id = $3`,
    [panelId, lotId, roundId],
  );
  const expert = await stage.person('林专家');
  const expertId = newId();
  await sql(
    `INSERT INTO experts (id, tenant_id, person_id, unit_path, fields, version) VALUES ($1, $2, $3, $4, '{social-work}', 1)`,
    [expertId, cityId, expert.personId, pathOf(stage)],
  );
  await sql(
    `INSERT INTO draws (panel_id, no, tenant_id, frozen, pool_digest, members, excluded, frozen_at)
     VALUES ($1, 1, $2, 'pool', $3, '[]', '[]', app_now())`,
    [panelId, cityId, sha256('pool')],
  );
  await sql(
    `INSERT INTO seats (id, tenant_id, panel_id, round_id, lot_id, unit_path, draw_no, seat_code, leaf, place, expert_id,
       person_id, state, bidders_digest, invited_at, answered_at, version)
     SELECT $1, tenant_id, $2, $3, $4, unit_path, 1, 'field', $5, 1, $6, $7, 'accepted', $5, app_now(), app_now(), 2
     FROM rounds WHERE id = $3`,
    [newId(), panelId, roundId, lotId, sha256('leaf'), expertId, expert.personId],
  );
  const document = JSON.stringify(rankingOf(lotId, panelId, wanted, bids, scoring.passMark));
  await sql(
    `INSERT INTO rankings (panel_id, tenant_id, lot_id, document, digest, made_at) VALUES ($1, $2, $3, $4, $5, app_now())`,
    [panelId, cityId, lotId, document, sha256(document)],
  );
  return [expert.name];
}

/** Puts the report of a lot's newest panel in, with other scores, and calls the round on. */
export async function reportAnew(
  stage: Stage,
  { roundId, lotId, bids, ruleSet }: ReviewedLot,
  wanted: readonly WantedBid[],
): Promise<void> {
  const { sql, cityId } = stage;
  const [panel] = await sql('SELECT id FROM panels WHERE lot_id = $1 ORDER BY no DESC LIMIT 1', [
    lotId,
  ]);
  const ranking = rankingOf(lotId, panel.id, wanted, bids, ruleSet.scoring.passMark);
  const document = JSON.stringify(ranking);
  await sql(
    `INSERT INTO rankings (panel_id, tenant_id, lot_id, document, digest, made_at) VALUES ($1, $2, $3, $4, $5, app_now())`,
    [panel.id, cityId, lotId, document, sha256(document)],
  );
  await sql(`UPDATE panels SET state = 'reported', lacking = NULL WHERE id = $1`, [panel.id]);
  await sql(`UPDATE processes SET ended_at = app_now() WHERE id = $1`, [panel.id]);
  await sql(`UPDATE processes SET wanted = wanted + 1 WHERE kind = 'round' AND id = $1`, [roundId]);
  await stage.settled();
}

function rankingOf(
  lotId: string,
  panelId: string,
  wanted: readonly WantedBid[],
  bids: readonly SeededBid[],
  passMark: string,
) {
  const scored = wanted
    .map(({ score }, i) => ({ bidId: bids[i]!.bidId, score }))
    .sort((a, b) => Number(b.score) - Number(a.score));
  return {
    schema: 'yichuang/ranking/1',
    lotId,
    panelId,
    revision: 1,
    passMark,
    bids: scored.map(({ bidId, score }, i) => {
      const passed = Number(score) >= Number(passMark);
      return {
        bidId,
        mean: score,
        median: score,
        passed,
        rank: passed ? i + 1 : null,
        decidedBy: 'score',
        sheets: [],
        explanation: {
          mean: { rule: '/scoring/aggregation', inputs: {}, arithmetic: `${score} ÷ 1 = ${score}` },
          place: { rule: '/scoring', inputs: {}, arithmetic: '' },
        },
      };
    }),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The city's path; labels of ltree take no hyphens. */
function pathOf({ cityId }: Stage): string {
  return cityId.replaceAll('-', '');
}
