import { newId } from '../../src/kernel/id';
import { printAmount } from '../../src/kernel/money';
import { Ledger } from '../../src/registers/ledger';
import { splitAward, type RuleSet } from '../../src/rules';
import { smallRound } from '../../src/rules/small-round.fixture';
import { inSystem, institution, officer } from './registers';
import type { Actor, Stage } from './stage';

/** A round whose awards are decided, with the people in charge of it. */
export interface SeededRound {
  readonly roundId: string;
  readonly ruleSet: RuleSet;
  readonly organizer: Actor;
  readonly approver: Actor;
}

/** What makes a seeded round differ from the small round of the city. */
export interface SeededRules {
  /** Whose round it is; the city's by default. */
  readonly unitId?: string;
  readonly change?: (rules: RuleSet) => void;
}

/** A contract of such a round; its project has the award's id. */
export interface SeededContract {
  readonly awardId: string;
  readonly contractId: string;
  readonly partyId: string;
  readonly title: string;
  readonly applicant: Actor;
}

const DIGEST = 'c'.repeat(64);
const AMOUNT_FEN = 5_000_000n;

/** Puts a round where its contracts are signed, past the stages that the test is not about. */
export async function seedRound(
  stage: Stage,
  code: string,
  { unitId = stage.cityId, change }: SeededRules = {},
): Promise<SeededRound> {
  const organizer = await officer(stage, 'organizer');
  const approver = await officer(stage, 'approver');
  const ruleSet = smallRound(change);
  const [programmeId, roundId] = [newId(), newId()];
  await stage.sql(
    `INSERT INTO programmes (id, tenant_id, unit_id, unit_path, year, stream, name, created_by, created_at, version)
     SELECT $1, tenant_id, id, path, 2020, 'public-interest-venture', $3, $4, app_now(), 1 FROM units WHERE id = $2`,
    [programmeId, unitId, code, organizer.personId],
  );
  await stage.sql(
    `INSERT INTO rounds (id, tenant_id, programme_id, unit_id, unit_path, code, state, revision, pots,
       created_by, created_at, approved_by, approved_at, announced_at, version)
     SELECT $1, tenant_id, $3, id, path, $4, 'announced', 1, '[]', $5, app_now(), $6, app_now(), app_now(), 3
     FROM units WHERE id = $2`,
    [roundId, unitId, programmeId, code, organizer.personId, approver.personId],
  );
  await stage.sql(
    `INSERT INTO rule_set_revisions (round_id, revision, tenant_id, document, digest, difference, made_by, made_at)
     VALUES ($1, 1, $2, $3, $4, '[]', $5, app_now())`,
    [roundId, stage.cityId, JSON.stringify(ruleSet), DIGEST, organizer.personId],
  );
  return { roundId, ruleSet, organizer, approver };
}

/** Puts a contract in force from now on, or one that waits for its signatures, and begins the project's process. */
export async function seedContract(
  stage: Stage,
  round: SeededRound,
  title: string,
  isSigned = true,
): Promise<SeededContract> {
  const applicant = await stage.person(`${title}的代表`);
  const { id: partyId } = await applicant.ok.post('/v1/parties', institution());
  const contract = { awardId: newId(), contractId: newId(), partyId, title, applicant };
  await insertContract(stage, round, contract, await commitMoney(stage, round, contract), isSigned);
  await stage.sql(`INSERT INTO processes (kind, id, tenant_id) VALUES ('project', $1, $2)`, [
    contract.awardId,
    stage.cityId,
  ]);
  return contract;
}

/** @returns the fund that pays */
async function commitMoney(
  stage: Stage,
  { roundId, organizer, approver }: SeededRound,
  { awardId }: SeededContract,
): Promise<string> {
  const { id: fundId } = await organizer.ok.post('/v1/funds', {
    code: `fund-${awardId.slice(-12)}`,
    name: '福利彩票公益金',
    source: 'welfare-lottery',
  });
  const amount = { amount: '50000.00', currency: 'CNY' };
  await approver.ok.post(`/v1/funds/${fundId}/budgets`, { year: 2020, amount });
  const [{ path }] = await stage.sql(`SELECT unit_path::text AS path FROM rounds WHERE id = $1`, [
    roundId,
  ]);
  const ledger = stage.get(Ledger);
  await inSystem(stage, async (ctx) => {
    const cause = { kind: 'award', id: awardId };
    const posting = { fundId, roundId, awardId, amountFen: AMOUNT_FEN, cause };
    await ledger.openRound(ctx, { fundId, roundId, unitPath: path, amountFen: AMOUNT_FEN });
    await ledger.reserve(ctx, posting);
    await ledger.commit(ctx, posting);
  });
  return fundId;
}

async function insertContract(
  stage: Stage,
  { roundId, organizer, approver, ruleSet }: SeededRound,
  { awardId, contractId, partyId, title }: SeededContract,
  fundId: string,
  isSigned: boolean,
): Promise<void> {
  await stage.sql(
    `INSERT INTO awards (id, tenant_id, round_id, party_id, unit_path, basis, title, amount_fen, draws, state,
       has_own_notice, published_at, confirmed_at, proposed_by, approved_by, plan, commission_reason, version)
     SELECT $1, tenant_id, $2, $3, unit_path, 'directed-commission', $4, $5, $6, 'contracted',
       true, app_now(), app_now(), $7, $8, '{}', '此轮仅有一家机构符合条件', 5 FROM rounds WHERE id = $2`,
    [
      ...[awardId, roundId, partyId, title, AMOUNT_FEN.toString()],
      JSON.stringify([{ fundId, amountFen: AMOUNT_FEN.toString() }]),
      ...[organizer.personId, approver.personId],
    ],
  );
  const document = {
    ...{ title, amount: '50000.00', ownFunds: '0.00', round: { ruleSet: ruleSet.code } },
    ...{ lines: [], activities: [], indicators: [] },
    tranches: plannedTranches(ruleSet, AMOUNT_FEN),
  };
  await stage.sql(
    `INSERT INTO contracts (id, tenant_id, award_id, round_id, party_id, unit_path, amount_fen, document, digest,
       state, drawn_at, signed_at, version)
     SELECT $1, tenant_id, $2, $3, $4, unit_path, $5, $6, $7, $8, app_now(), CASE WHEN $8 = 'inForce' THEN app_now() END, 3
     FROM rounds WHERE id = $3`,
    [
      ...[contractId, awardId, roundId, partyId, AMOUNT_FEN.toString()],
      ...[JSON.stringify(document), DIGEST, isSigned ? 'inForce' : 'drawn'],
    ],
  );
}

/** The tranches of a contract over an amount, as its document names them. */
export function plannedTranches({ tranches }: RuleSet, amountFen: bigint): object[] {
  return splitAward(tranches, amountFen).map((tranche) => ({
    code: tranche.code,
    amount: printAmount(tranche.amountFen),
  }));
}
