import type { DataSource } from 'typeorm';
import type { TransitionTable } from '../kernel/transition-table';

/** What the invariants are checked against: the record as its owner sees it, and what Temporal runs. */
export interface Evidence {
  readonly owner: DataSource;
  /** Ids of the workflows of this instance that run now; null where Temporal is out of reach. */
  readonly running: ReadonlySet<string> | null;
  readonly tables: readonly TransitionTable<string, string>[];
}

/** Something that must hold, whatever happened. */
export interface Invariant {
  /** As reliability standards number it: M1, W3 … */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** What is wrong, one line each; null where it cannot be checked. */
  violations(evidence: Evidence): Promise<string[] | null>;
}

/** An invariant that one query can refute: each row it gives is a violation, told by its column `what`. */
export function byQuery(id: string, zh: string, en: string, sql: string): Invariant {
  return {
    id,
    zh,
    en,
    violations: async ({ owner }) => {
      const rows: { what: string }[] = await owner.query(sql);
      return rows.map(({ what }) => what);
    },
  };
}
