import { createHash } from 'node:crypto';

import { newId } from '../../src/kernel/id';
import type { RuleSet } from '../../src/rules';
import { smallRound } from '../../src/rules/small-round.fixture';
import { creditCode } from './credit-codes';
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
  readonly partyId: string;
  readonly title: string;
  readonly applicant: Actor;
}

const DIGEST = createHash('sha256').update('seeded').digest('hex');

/** Puts a round where its contracts are signed, past the stages that the test is not about. */
export async function seedRound(
  stage: Stage,
  code: string,
  { unitId = stage.cityId, change }: SeededRules = {},
): Promise<SeededRound> {
  const { cityId, sql } = stage;
  const ofCity = (duty: string) => ({ duty, scopeKind: 'unit', scopeId: cityId }) as const;
  const organizer = await stage.person('陈组', [ofCity('organizer')]);
  const approver = await stage.person('周批', [ofCity('approver')]);
  const ruleSet = smallRound(change);
  const [programmeId, roundId] = [newId(), newId()];
  const people = [organizer.personId, approver.personId];
  await sql(
    `INSERT INTO programmes (id, tenant_id, unit_id, unit_path, year, stream, name, created_by, created_at, version)
     SELECT $1, tenant_id, id, path, 2020, 'public-interest-venture', $3, $4, app_now(), 1 FROM units WHERE id = $2`,
    [programmeId, unitId, code, organizer.personId],
  );
  await sql(
    `INSERT INTO rounds (id, tenant_id, programme_id, unit_id, unit_path, code, state, revision, pots,
       created_by, created_at, approved_by, approved_at, announced_at, version)
     SELECT $1, tenant_id, $3, id, path, $4, 'announced', 1, '[]', $5, app_now(), $6, app_now(), app_now(), 3
     FROM units WHERE id = $2`,
    [roundId, unitId, programmeId, code, ...people],
  );
  await sql(
    `INSERT INTO rule_set_revisions (round_id, revision, tenant_id, document, digest, difference, made_by, made_at)
     VALUES ($1, 1, $2, $3, $4, '[]', $5, app_now())`,
    [roundId, cityId, JSON.stringify(ruleSet), DIGEST, organizer.personId],
  );
  return { roundId, ruleSet, organizer, approver };
}

let parties = 0;

/** Puts a contract in force from now on, or one that waits for its signatures, and begins the project's process. */
export async function seedContract(
  stage: Stage,
  { roundId, organizer, approver }: SeededRound,
  title: string,
  isSigned = true,
): Promise<SeededContract> {
  const { cityId, sql } = stage;
  parties += 1;
  const applicant = await stage.person(`代表${parties}`);
  const { id: partyId } = await applicant.ok.post('/v1/parties', {
    kind: 'service-institution',
    name: `${title}社会工作服务中心`,
    creditCode: creditCode('service-institution', parties),
    registeredOn: '2015-05-06',
  });
  const awardId = newId();
  await sql(
    `INSERT INTO awards (id, tenant_id, round_id, party_id, unit_path, basis, title, amount_fen, draws, state,
       has_own_notice, published_at, confirmed_at, proposed_by, approved_by, plan, commission_reason, version)
     SELECT $1, tenant_id, $2, $3, unit_path, 'directed-commission', $4, 5000000,
       jsonb_build_array(jsonb_build_object('fundId', $1::uuid, 'amountFen', '5000000')), 'contracted',
       true, app_now(), app_now(), $5, $6, '{}', '此轮仅有一家机构符合条件', 5 FROM rounds WHERE id = $2`,
    [awardId, roundId, partyId, title, organizer.personId, approver.personId],
  );
  const document = {
    title,
    ownFunds: '0.00',
    lines: [],
    activities: [],
    indicators: [],
    tranches: [],
  };
  await sql(
    `INSERT INTO contracts (id, tenant_id, award_id, round_id, party_id, unit_path, amount_fen, document, digest,
       state, drawn_at, signed_at, version)
     SELECT $1, tenant_id, $2, $3, $4, unit_path, 5000000, $5, $6, $7, app_now(), CASE WHEN $7 = 'inForce' THEN app_now() END, 3
     FROM rounds WHERE id = $3`,
    [
      newId(),
      awardId,
      roundId,
      partyId,
      JSON.stringify(document),
      DIGEST,
      isSigned ? 'inForce' : 'drawn',
    ],
  );
  await sql(`INSERT INTO processes (kind, id, tenant_id) VALUES ('project', $1, $2)`, [
    awardId,
    cityId,
  ]);
  return { awardId, partyId, title, applicant };
}
