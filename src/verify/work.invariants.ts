import { byQuery, type Evidence, type Invariant } from './invariant';

interface MoveRow {
  aggregate_kind: string;
  aggregate_id: string;
  moves: (string | null)[];
  versions: number[];
}

/** One open workflow per process that has not ended, none for one that has. */
async function processesBesideWorkflows({ owner, running }: Evidence): Promise<string[] | null> {
  if (running === null) return null;
  const rows: {
    workflow: string;
    is_open: boolean;
    is_behind: boolean;
    waits_on: string | null;
  }[] = await owner.query(
    `SELECT kind || '/' || id AS workflow, ended_at IS NULL AS is_open, seen < wanted AS is_behind, waits_on
       FROM processes`,
  );
  const known = new Set(rows.map(({ workflow }) => workflow));
  const strangers = [...running].filter((workflow) => !known.has(workflow));
  return [
    ...rows.flatMap(({ workflow, is_open, is_behind, waits_on }) => {
      const isRunning = running.has(workflow);
      if (is_open && !isRunning) return [`${workflow} should run and does not`];
      if (!is_open && isRunning) return [`${workflow} has ended and runs on`];
      if (is_open && is_behind) return [`${workflow} waits on ${waits_on} and has not looked`];
      return [];
    }),
    ...strangers.map((workflow) => `${workflow} runs and is no process`),
  ];
}

/** Every aggregate's events are a path in its declared states. */
async function eventsOffThePath({ owner, tables }: Evidence): Promise<string[]> {
  const rows: MoveRow[] = await owner.query(
    `SELECT aggregate_kind, aggregate_id, array_agg(move ORDER BY version) AS moves,
       array_agg(version ORDER BY version) AS versions
     FROM audit_events GROUP BY aggregate_kind, aggregate_id`,
  );
  const byName = new Map(tables.map((table) => [table.name, table]));
  return rows.flatMap(({ aggregate_kind, aggregate_id, moves, versions }) => {
    const thing = `${aggregate_kind} ${aggregate_id}`;
    const gap = versions.findIndex((version, n) => version !== n + 1);
    if (gap !== -1) return [`${thing} has no event of version ${gap + 1}`];
    const table = byName.get(aggregate_kind);
    if (table === undefined) {
      const named = moves.find((move) => move !== null);
      return named === undefined ? [] : [`${thing} moved by ${named}, and no states are declared`];
    }
    let state = table.initial;
    for (const move of moves) {
      if (move === null) continue;
      if (!Object.hasOwn(table.moves, move)) return [`${thing}: no move is called ${move}`];
      if (!table.can(state, move)) return [`${thing}: ${move} from ${state}`];
      state = table.next(state, move);
    }
    return [];
  });
}

/** W1 to W4. */
export const workInvariants: readonly Invariant[] = [
  byQuery(
    'W1',
    '每条发件箱记录恰好生效一次',
    'every outbox row has exactly one effect and is marked',
    `SELECT 'event ' || event_id || ' (' || name || ') has waited since ' || created_at AS what
     FROM outbox WHERE delivered_at IS NULL AND created_at < clock_timestamp() - interval '60 seconds'
     UNION ALL
     SELECT 'event ' || o.event_id || ' (' || o.name || ') is marked but was received ' || count(r.event_id) || ' times'
     FROM outbox o LEFT JOIN received_events r ON r.event_id = o.event_id
     WHERE o.delivered_at IS NOT NULL AND o.targets <> '[]'
     GROUP BY o.event_id, o.name HAVING count(r.event_id) <> 1`,
  ),
  byQuery(
    'W2',
    '没有发件箱记录就没有效果',
    'nothing was received that was not sent',
    `SELECT 'event ' || r.event_id || ' was received by ' || r.receiver || ' and never sent' AS what
     FROM received_events r LEFT JOIN outbox o ON o.event_id = r.event_id
     WHERE o.event_id IS NULL OR o.targets = '[]'`,
  ),
  {
    id: 'W3',
    zh: '每个未结束的流程恰有一个工作流在运行，已结束的没有',
    en: 'one workflow runs per process that has not ended, none for one that has',
    violations: processesBesideWorkflows,
  },
  {
    id: 'W4',
    zh: '每个对象的事件序列都是状态图中的一条路径',
    en: 'the events of everything are a path in its declared states',
    violations: eventsOffThePath,
  },
];
