import { byQuery, type Invariant } from './invariant';

/** I6. */
export const deadlineInvariants: readonly Invariant[] = [
  byQuery(
    'I6',
    '截止时间只向后移，规则只由两人在截止之前更正并公布，原截止时间和原规则全部留存',
    'a deadline moves only later and rules change only before it passes, by two persons, published; all former ones are kept',
    `WITH moved AS (SELECT * FROM corrections WHERE state = 'approved'),
     told AS (
       -- Of lots with deadlines of their own, which no correction moves, the first is that of the call.
       SELECT r.id AS round_id, first.document AS rules,
         coalesce((SELECT min(coalesce(lot ->> 'closesAt', first.document #>> '{timetable,callClosesAt}')::timestamptz)
           FROM jsonb_array_elements(first.document -> 'lots') lot),
           (first.document #>> '{timetable,callClosesAt}')::timestamptz) AS first,
         coalesce((SELECT array_agg(m.from_instant ORDER BY m.revision) FROM moved m WHERE m.round_id = r.id), '{}') AS former,
         coalesce((SELECT array_agg(m.to_instant ORDER BY m.revision) FROM moved m WHERE m.round_id = r.id), '{}') AS later,
         (SELECT count(*) FROM notices n WHERE n.kind = 'correction' AND n.round_id = r.id) AS notices
       FROM rounds r JOIN rule_set_revisions first ON first.round_id = r.id AND first.revision = 1)
     SELECT 'correction ' || id || ': ' || CASE
         WHEN to_instant < from_instant THEN 'moved to an earlier time'
         WHEN decided_at >= from_instant THEN 'approved when the deadline was over'
         ELSE 'approved by one person alone' END AS what
     FROM moved WHERE to_instant < from_instant OR decided_at >= from_instant OR decided_by IS NOT DISTINCT FROM proposed_by
     UNION ALL
     SELECT 'round ' || round_id || ': its deadlines do not follow from one another' FROM told
     WHERE former || later[cardinality(later)] IS DISTINCT FROM first || later AND cardinality(later) > 0
     UNION ALL
     SELECT 'lot ' || l.id || ' closes at a time that nobody told' FROM lots l JOIN told t USING (round_id)
     WHERE l.closes_at <> CASE WHEN t.rules @? '$.lots[*].closesAt'
       THEN coalesce((SELECT lot ->> 'closesAt' FROM jsonb_array_elements(t.rules -> 'lots') lot WHERE lot ->> 'code' = l.code),
         t.rules #>> '{timetable,callClosesAt}')::timestamptz
       ELSE coalesce(t.later[cardinality(t.later)], t.first) END
     UNION ALL
     SELECT 'round ' || round_id || ': ' || notices || ' corrections published of ' || cardinality(later) || ' made'
     FROM told WHERE notices <> cardinality(later)
     UNION ALL
     SELECT 'round ' || r.round_id || ': revision ' || r.revision || ' is not what two persons made it' FROM rule_set_revisions r
     WHERE r.revision > 1 AND NOT EXISTS (SELECT FROM moved m
       WHERE m.round_id = r.round_id AND m.revision = r.revision AND m.document = r.document)`,
  ),
];
