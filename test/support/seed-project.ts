import { newId } from '../../src/kernel/id';
import { printAmount } from '../../src/kernel/money';
import type { Context } from '../../src/platform/database/context';
import { Door } from '../../src/platform/database/door';
import { Ledger } from '../../src/registers/ledger';
import type { RuleSet } from '../../src/rules';
import { creditCode } from './credit-codes';
import { plannedTranches, seedRound, type SeededRound } from './seed-contract';
import type { Actor, Stage } from './stage';

/** A round with money in two funds, and the finance staff of its unit. */
export interface PayingRound extends SeededRound {
  /** Sixty and forty per cent of every award. */
  readonly lotteryId: string;
  readonly fiscalId: string;
  readonly maker: Actor;
  readonly checker: Actor;
  readonly evaluator: Actor;
}

/** A contract in force whose money is committed; its project has the award's id. */
export interface PaidProject {
  readonly awardId: string;
  readonly partyId: string;
  readonly contractId: string;
  readonly title: string;
  readonly applicant: Actor;
}

const PAYEE = { bank: '中国工商银行广州番禺支行', bankCode: '102581000013' };

/** Opens a round with a million in the ledger, past the stages that the test is not about. */
export async function seedPayingRound(
  stage: Stage,
  code: string,
  change?: (rules: RuleSet) => void,
): Promise<PayingRound> {
  const round = await seedRound(stage, code, { change });
  const ofCity = (duty: string) => ({ duty, scopeKind: 'unit', scopeId: stage.cityId }) as const;
  const maker = await stage.person('钱经', [ofCity('maker')]);
  const checker = await stage.person('孙核', [ofCity('checker')]);
  const evaluator = await stage.person('吴评', [ofCity('evaluator')]);
  const fund = async (source: string) => {
    const given = { code: `${code}-${source}`, name: `${code}资金`, source };
    const { id } = await round.organizer.ok.post('/v1/funds', given);
    const amount = { amount: '500000.00', currency: 'CNY' };
    await round.approver.ok.post(`/v1/funds/${id}/budgets`, { year: 2020, amount });
    return id as string;
  };
  const [lotteryId, fiscalId] = [await fund('welfare-lottery'), await fund('fiscal')];
  const ledger = stage.get(Ledger);
  const [unit] = await stage.sql(`SELECT path::text FROM units WHERE id = $1`, [stage.cityId]);
  await asSystem(stage, async (ctx) => {
    for (const fundId of [lotteryId, fiscalId]) {
      const { roundId } = round;
      await ledger.openRound(ctx, { roundId, fundId, unitPath: unit.path, amountFen: 50_000_000n });
    }
  });
  return { ...round, lotteryId, fiscalId, maker, checker, evaluator };
}

let parties = 500;

/**
 * Puts a contract over 50,000 yuan in force, its money committed and its payee verified.
 * @param begins whether the project's process begins, and has done what it can
 */
export async function seedProject(
  stage: Stage,
  round: PayingRound,
  title: string,
  begins = true,
): Promise<PaidProject> {
  const amountFen = 5_000_000n;
  // Kept, because several may be seeded at once.
  const no = (parties += 1);
  const applicant = await stage.person(`代表${no}`);
  const party = await applicant.ok.post('/v1/parties', {
    kind: 'service-institution',
    name: `${title}社会工作服务中心`,
    creditCode: creditCode('service-institution', no),
    registeredOn: '2015-05-06',
  });
  await verifyPayee(round, { applicant, partyId: party.id }, `62220202${no}0001`);
  const [awardId, contractId] = [newId(), newId()];
  const project = { awardId, contractId, partyId: party.id as string, title, applicant };
  const lotteryFen = (amountFen * 6n) / 10n;
  const draws = [
    { fundId: round.lotteryId, amountFen: lotteryFen },
    { fundId: round.fiscalId, amountFen: amountFen - lotteryFen },
  ];
  await insertAwardAndContract(stage, round, project, amountFen, draws);
  const ledger = stage.get(Ledger);
  await asSystem(stage, async (ctx) => {
    for (const { fundId, amountFen: part } of draws) {
      const cause = { kind: 'award', id: awardId };
      const posting = { fundId, roundId: round.roundId, awardId, amountFen: part, cause };
      await ledger.reserve(ctx, posting);
      await ledger.commit(ctx, posting);
    }
  });
  if (begins) await beginProcess(stage, project);
  await recordDecisions(stage, round, project);
  await stage.settled();
  return project;
}

/** Has the party enter an account and the organizer find it right. */
export async function verifyPayee(
  { organizer }: { organizer: Actor },
  { applicant, partyId }: { applicant: Actor; partyId: string },
  account: string,
): Promise<void> {
  const { version } = await applicant.ok.get(`/v1/parties/${partyId}`);
  const payee = { name: '收款单位', account, ...PAYEE };
  const path = `/v1/parties/${partyId}`;
  const changed = await applicant.ok.post(`${path}/payee`, payee, { ifMatch: version });
  await organizer.ok.post(
    `${path}/payee-verification`,
    { account },
    { ifMatch: changed.version as number },
  );
}

/** Runs work in a transaction of the system. */
export async function asSystem<T>(stage: Stage, work: (ctx: Context) => Promise<T>): Promise<T> {
  return stage.get(Door).asSystem(stage.cityId, 'test', work);
}

async function insertAwardAndContract(
  stage: Stage,
  { roundId, organizer, approver, ruleSet }: PayingRound,
  { awardId, contractId, partyId, title }: PaidProject,
  amountFen: bigint,
  draws: readonly { fundId: string; amountFen: bigint }[],
): Promise<void> {
  const { cityId } = stage;
  const stored = draws.map((draw) => ({ ...draw, amountFen: draw.amountFen.toString() }));
  await stage.sql(
    `INSERT INTO awards (id, tenant_id, round_id, party_id, unit_path, basis, title, amount_fen, draws, state,
       has_own_notice, published_at, confirmed_at, proposed_by, approved_by, plan, commission_reason, version)
     SELECT $1, id, $3, $4, path, 'directed-commission', $5, $6, $7, 'contracted',
       true, app_now(), app_now(), $8, $9, '{}', '此轮仅有一家机构符合条件', 5 FROM units WHERE id = $2`,
    [
      awardId,
      cityId,
      roundId,
      partyId,
      title,
      amountFen.toString(),
      JSON.stringify(stored),
      organizer.personId,
      approver.personId,
    ],
  );
  const document = {
    ...{ title, ownFunds: '0.00', lines: [], activities: [], indicators: [] },
    amount: printAmount(amountFen),
    round: { ruleSet: ruleSet.code, code: ruleSet.code },
    funder: { unitId: cityId, name: '广州市民政局' },
    grantee: { partyId, name: `${title}社会工作服务中心` },
    projectFrom: ruleSet.timetable.projectFrom,
    projectTo: ruleSet.timetable.projectTo,
    tranches: plannedTranches(ruleSet, amountFen),
  };
  await stage.sql(
    `INSERT INTO contracts (id, tenant_id, award_id, round_id, party_id, unit_path, amount_fen, document, digest,
       state, drawn_at, signed_at, version)
     SELECT $1, id, $3, $4, $5, path, $6, $7, $8, 'inForce', app_now(), app_now(), 3
     FROM units WHERE id = $2`,
    [
      contractId,
      cityId,
      awardId,
      roundId,
      partyId,
      amountFen.toString(),
      JSON.stringify(document),
      'a'.repeat(64),
    ],
  );
}

async function beginProcess(stage: Stage, { awardId }: PaidProject): Promise<void> {
  await stage.sql(`INSERT INTO processes (kind, id, tenant_id) VALUES ('project', $1, $2)`, [
    awardId,
    stage.cityId,
  ]);
}

/** The record of who approved and who signed, as those stages would have written it. */
async function recordDecisions(
  stage: Stage,
  { approver }: PayingRound,
  { awardId, contractId, applicant }: PaidProject,
): Promise<void> {
  const did = async (who: Actor, kind: string, id: string, version: number, move: string) => {
    const entry = {
      tenantId: stage.cityId,
      caller: { kind: 'person', personId: who.personId, credentialId: null, mandates: [] },
      locale: 'zh-CN',
      traceId: 'test',
      expected: 'any',
    } as const;
    await stage.get(Door).enter(entry, (ctx) =>
      ctx.record({
        name: 'seeded.decided',
        aggregate: { kind, id, version },
        move,
        body: {},
        audience: {},
        nudges: [{ kind: 'project', id: awardId }],
      }),
    );
  };
  await did(approver, 'award', awardId, 5, 'approve');
  await did(approver, 'contract', contractId, 2, 'sign');
  await did(applicant, 'contract', contractId, 3, 'enter');
}
