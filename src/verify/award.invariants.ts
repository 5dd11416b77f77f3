import { byQuery, type Invariant } from './invariant';

/** The awards that have a place and money, against what their round's rule set gives each category. */
const counted = `
  bounds AS (
    SELECT r.id AS round_id, v.document->'award'->'unfilledQuota'->>'variant' AS unfilled, c->>'code' AS category,
      (c->>'quota')::int AS quota, ((c->>'budget')::numeric * 100)::bigint AS budget_fen
    FROM rounds r JOIN rule_set_revisions v ON v.round_id = r.id AND v.revision = r.revision,
      jsonb_array_elements(v.document->'categories') AS c
    WHERE v.document->'award'->>'variant' = 'rank-within-quotas'),
  held AS (
    SELECT a.lot_id, b.round_id, b.unfilled, b.category, b.quota, b.budget_fen, count(*) AS awards, sum(a.amount_fen) AS fen
    FROM awards a JOIN bounds b ON b.round_id = a.round_id AND b.category = a.category
    WHERE a.lot_id IS NOT NULL AND a.state IN ('proposed', 'approved', 'noticed', 'confirmed', 'contracted')
    GROUP BY a.lot_id, b.round_id, b.unfilled, b.category, b.quota, b.budget_fen)`;

/** M9, which is ours. */
export const awardInvariants: readonly Invariant[] = [
  byQuery(
    'M9',
    '立项不超过类别名额和类别经费',
    'no category has more awards, or more money for them, than its rule set gives',
    `WITH ${counted}
     SELECT 'lot ' || lot_id || ' has ' || awards || ' awards of ' || category || ', whose quota is ' || quota AS what
     FROM held WHERE unfilled = 'stays' AND awards > quota
     UNION ALL
     SELECT 'lot ' || lot_id || ' has ' || sum(awards) || ' awards in all quotas together, more than there are places'
     FROM held WHERE unfilled = 'next-best' AND quota IS NOT NULL GROUP BY lot_id, round_id
     HAVING sum(awards) > (SELECT sum(b.quota) FROM bounds b WHERE b.round_id = held.round_id)
     UNION ALL
     SELECT 'lot ' || lot_id || ' gives ' || fen || ' fen to ' || category || ', whose budget is ' || budget_fen || ' fen'
     FROM held WHERE fen > budget_fen`,
  ),
];
