import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { SnakeNaming } from './snake-naming';

/** An open pool of connections, as a process hands it on to what works with it. */
export type Pool = DataSource;

/** The classes of the tables, one per `*.entity.ts`. */
export type Tables = readonly EntityTarget<ObjectLiteral>[];

/**
 * The pool of the application's role. Names are snake_case in the database; entities come from the registers and stages,
 * which hand them in at start-up.
 */
export function appDataSource(url: string, poolSize: number, entities: Tables): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities] as never,
    poolSize,
    namingStrategy: new SnakeNaming(),
    extra: {
      application_name: 'yichuang',
      // Statements that need not wait for one another are sent together.
      pipeline: true,
      options: [
        '-c timezone=UTC',
        '-c statement_timeout=30000',
        '-c lock_timeout=10000',
        '-c idle_in_transaction_session_timeout=30000',
      ].join(' '),
    },
  });
}
