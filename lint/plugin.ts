import { constantSql } from './constant-sql.ts';
import { databaseInItsFiles } from './database-in-its-files.ts';
import { declaredRoutes } from './declared-routes.ts';
import { documentedExports } from './documented-exports.ts';
import { environmentInSettings } from './environment-in-settings.ts';
import { explainedLength } from './explained-length.ts';
import { trueTimeInClock } from './true-time-in-clock.ts';

/** The habits of this house as rules; eslint.config.mjs says in which files each of them holds. */
export const plugin = {
  meta: { name: 'yichuang' },
  rules: {
    'constant-sql': constantSql,
    'database-in-its-files': databaseInItsFiles,
    'declared-routes': declaredRoutes,
    'documented-exports': documentedExports,
    'environment-in-settings': environmentInSettings,
    'explained-length': explainedLength,
    'true-time-in-clock': trueTimeInClock,
  },
};
