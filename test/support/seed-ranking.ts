import { newId } from '../../src/kernel/id';
import { sha256Hex } from '../../src/platform/crypto/digest';
import type { RuleSet } from '../../src/rules';
import { pathOf, type ReviewedLot, type SeededBid, type WantedBid } from './seeded';
import type { Stage } from './stage';

/** A panel of one expert that has reported, with the ranking that follows from the wanted scores. */
export async function seedPanel(
  stage: Stage,
  roundId: string,
  lotId: string,
  wanted: readonly WantedBid[],
  bids: readonly SeededBid[],
  { scoring }: RuleSet,
): Promise<string[]> {
  const { cityId } = stage;
  const panelId = newId();
  await stage.sql(
    `INSERT INTO panels (id, tenant_id, lot_id, round_id, unit_path, no, state, revision, version)
     SELECT $1, tenant_id, $2, $3, unit_path, 1, 'reported', 1, 8 FROM rounds WHERE id = $3`,
    [panelId, lotId, roundId],
  );
  const expert = await stage.person('林专家');
  const expertId = newId();
  await stage.sql(
    `INSERT INTO experts (id, tenant_id, person_id, unit_path, fields, version) VALUES ($1, $2, $3, $4, '{social-work}', 1)`,
    [expertId, cityId, expert.personId, pathOf(stage)],
  );
  await stage.sql(
    `INSERT INTO draws (panel_id, no, tenant_id, frozen, pool_digest, members, excluded, frozen_at)
     VALUES ($1, 1, $2, 'pool', $3, '[]', '[]', app_now())`,
    [panelId, cityId, sha256Hex('pool')],
  );
  await stage.sql(
    `INSERT INTO seats (id, tenant_id, panel_id, round_id, lot_id, unit_path, draw_no, seat_code, leaf, place, expert_id,
       person_id, state, bidders_digest, invited_at, answered_at, version)
     SELECT $1, tenant_id, $2, $3, $4, unit_path, 1, 'field', $5, 1, $6, $7, 'accepted', $5, app_now(), app_now(), 2
     FROM rounds WHERE id = $3`,
    [newId(), panelId, roundId, lotId, sha256Hex('leaf'), expertId, expert.personId],
  );
  const ranking = rankingOf(lotId, panelId, wanted, bids, scoring.passMark);
  await putRankings(stage, lotId, { id: panelId, no: 1 }, ranking);
  return [expert.name];
}

/** Puts the report of a lot's newest panel in, with other scores, and calls the round on. */
export async function reportAnew(
  stage: Stage,
  { roundId, lotId, bids, ruleSet }: ReviewedLot,
  wanted: readonly WantedBid[],
): Promise<void> {
  const [panel] = await stage.sql(
    'SELECT id, no FROM panels WHERE lot_id = $1 ORDER BY no DESC LIMIT 1',
    [lotId],
  );
  const ranking = rankingOf(lotId, panel.id, wanted, bids, ruleSet.scoring.passMark);
  await putRankings(stage, lotId, panel, ranking);
  await stage.sql(`UPDATE panels SET state = 'reported', lacking = NULL WHERE id = $1`, [panel.id]);
  await stage.sql(`UPDATE processes SET ended_at = app_now() WHERE id = $1`, [panel.id]);
  await stage.sql(`UPDATE processes SET wanted = wanted + 1 WHERE kind = 'round' AND id = $1`, [
    roundId,
  ]);
  await stage.settled();
}

/** The report of the only panel of a review, and what it comes to for the lot. */
async function putRankings(
  stage: Stage,
  lotId: string,
  panel: { id: string; no: number },
  ranking: object,
): Promise<void> {
  const document = JSON.stringify(ranking);
  const values = [stage.cityId, lotId, document, sha256Hex(document)];
  await stage.sql(
    `INSERT INTO rankings (panel_id, tenant_id, lot_id, document, digest, made_at) VALUES ($1, $2, $3, $4, $5, app_now())`,
    [panel.id, ...values],
  );
  await stage.sql(
    `INSERT INTO lot_rankings (no, tenant_id, lot_id, document, digest, made_at) VALUES ($1, $2, $3, $4, $5, app_now())`,
    [panel.no, ...values],
  );
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
          place: {
            rule: '/scoring',
            inputs: {},
            arithmetic: `${score} ${passed ? '≥' : '<'} ${passMark}`,
          },
        },
      };
    }),
  };
}
