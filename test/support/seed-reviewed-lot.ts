import { newId } from '../../src/kernel/id';
import { parseAmount } from '../../src/kernel/money';
import { sha256Hex } from '../../src/platform/crypto/digest';
import { Ledger } from '../../src/registers/ledger';
import type { RuleSet } from '../../src/rules';
import { smallRound } from '../../src/rules/small-round.fixture';
import { creditCode } from './credit-codes';
import { inSystem } from './registers';
import { seedPanel } from './seed-ranking';
import { pathOf, type Officers, type ReviewedLot, type SeededBid, type WantedBid } from './seeded';
import type { Stage } from './stage';

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
  // Kept, because several may be seeded at once.
  const no = (lots += 1);
  const ruleSet = smallRound(change);
  const fundId = await seedFund(stage, ruleSet, no);
  const round = await seedRound(stage, officers, ruleSet, fundId, { no, bids: wanted.length });
  const { roundId, lotId } = round;
  const bids: SeededBid[] = [];
  for (const bid of wanted) {
    bids.push(await seedBid(stage, round, bid, `R${no}-${bids.length + 1}`));
  }
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

async function seedFund(stage: Stage, ruleSet: RuleSet, no: number): Promise<string> {
  const amountFen = ruleSet.funding.reduce((sum, { amount }) => sum + parseAmount(amount), 0n);
  const fundId = newId();
  await stage.sql(
    `INSERT INTO funds (id, tenant_id, unit_id, unit_path, code, name, source, version)
     SELECT $1, tenant_id, id, path, $3, '福利彩票公益金', 'welfare-lottery', 1 FROM units WHERE id = $2`,
    [fundId, stage.cityId, `lottery-${no}`],
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
  stage: Stage,
  { organizer, approver }: Officers,
  ruleSet: RuleSet,
  fundId: string,
  { no, bids }: { no: number; bids: number },
): Promise<{ roundId: string; lotId: string }> {
  const { cityId } = stage;
  const [programmeId, roundId, lotId] = [newId(), newId(), newId()];
  const code = `round-${no}`;
  await stage.sql(
    `INSERT INTO programmes (id, tenant_id, unit_id, unit_path, year, stream, name, created_by, created_at, version)
     SELECT $1, tenant_id, id, path, 2020, 'public-interest-venture', $3, $4, app_now(), 1 FROM units WHERE id = $2`,
    [programmeId, cityId, code, organizer.personId],
  );
  await stage.sql(
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
  await stage.sql(
    `INSERT INTO rule_set_revisions (round_id, revision, tenant_id, document, digest, difference, made_by, made_at)
     VALUES ($1, 1, $2, $3, $4, '[]', $5, app_now())`,
    [roundId, cityId, JSON.stringify(ruleSet), sha256Hex('rules'), organizer.personId],
  );
  await stage.sql(
    `INSERT INTO lots (id, tenant_id, round_id, unit_path, code, state, opens_at, closes_at, bid_count, bids_root, version)
     SELECT $1, tenant_id, id, unit_path, 'main', 'reviewed', $3, $4, $5, $6, 6 FROM rounds WHERE id = $2`,
    [
      lotId,
      roundId,
      ruleSet.timetable.callOpensAt,
      ruleSet.timetable.callClosesAt,
      bids,
      sha256Hex('root'),
    ],
  );
  return { roundId, lotId };
}

async function seedBid(
  stage: Stage,
  { roundId, lotId }: { roundId: string; lotId: string },
  { title, amount, category = 'elderly' }: WantedBid,
  number: string,
): Promise<SeededBid> {
  const { cityId } = stage;
  const party = (parties += 1);
  const applicant = await stage.person(`代表${party}`);
  const partyName = `广州市第${party}社会工作服务中心`;
  const { id: partyId } = await applicant.ok.post('/v1/parties', {
    kind: 'service-institution',
    name: partyName,
    creditCode: creditCode('service-institution', 5000 + party),
    registeredOn: '2015-05-06',
  });
  const bidId = newId();
  await stage.sql(
    `INSERT INTO bids (id, tenant_id, lot_id, round_id, unit_path, party_id, state, version_no, number, version)
     SELECT $1, tenant_id, $2, $3, unit_path, $4, 'qualified', 1, $5, 3 FROM rounds WHERE id = $3`,
    [bidId, lotId, roundId, partyId, number],
  );
  await stage.sql(
    `INSERT INTO bid_versions (bid_id, no, tenant_id, act, content, content_digest, header, header_digest, revision,
       received_at, submitted_by, receipt)
     VALUES ($1, 1, $2, 'submission', '{}', $3, '{}', $3, 1, $4, $5, '{}')`,
    [
      bidId,
      cityId,
      sha256Hex('{}'),
      `2020-04-0${number.split('-')[1]}T09:00:00+08:00`,
      applicant.personId,
    ],
  );
  const content = applicationFor(title, category, amount);
  await stage.sql(
    `INSERT INTO applications (bid_id, tenant_id, title, category, content, budget_fen, own_funds_fen, requested_fen, faults)
     VALUES ($1, $2, $3, $7, $4, $5, $6, $6, '[]')`,
    [
      bidId,
      cityId,
      title,
      JSON.stringify(content),
      (2n * parseAmount(amount)).toString(),
      parseAmount(amount).toString(),
      category,
    ],
  );
  await stage.sql(
    `INSERT INTO subject_duties (person_id, subject_id, duty_group, tenant_id) VALUES ($1, $2, 'bidder', $3)`,
    [applicant.personId, roundId, cityId],
  );
  return { bidId, partyId, partyName, title, applicant };
}

function applicationFor(title: string, category: string, amount: string) {
  return {
    schema: 'yichuang/application/1',
    title,
    category,
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
