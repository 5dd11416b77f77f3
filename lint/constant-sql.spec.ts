import { constantSql } from './constant-sql.ts';
import { prove } from './prove.ts';

prove('constant-sql', constantSql, {
  passes: {
    'values as parameters': 'db.query(`SELECT 1 WHERE id = $1`, [id]);',
    'a constant in capitals': 'const BATCH = 100; db.query(`SELECT 1 LIMIT ${BATCH}`);',
    'a constant of another file': `import { COLUMNS } from './columns'; db.query(\`SELECT \${COLUMNS} FROM bids\`);`,
    'a choice between literals': `const table = isSession ? 'sessions' : 'api_keys'; db.query(\`UPDATE \${table} SET a = 1\`);`,
    'a walk along a list of literals': `for (const table of ['bids', 'lots']) db.query(\`DROP TABLE \${table}\`);`,
    'a name that the driver quotes': 'db.query(`DROP DATABASE ${escapeIdentifier(name)}`);',
    'texts that are no SQL': 'log.info(`Updated ${id}`); map.get(`${a}/${b}`);',
  },
  refuses: {
    'a value in a statement': ['db.query(`SELECT 1 WHERE id = ${id}`);', 1],
    'a value added to a statement': [`db.query('DELETE FROM bids WHERE id = ' + id);`, 1],
    'a value in a condition of the query builder': [
      'query.andWhere(`bid.id = ${id}`).orderBy(`bid.${column}`);',
      2,
    ],
    'a statement made beforehand': ['const sql = `UPDATE bids SET a = ${a}`; db.query(sql);', 1],
    'capitals that are not a constant': ['function of(ID) { db.query(`SELECT ${ID}`); }', 1],
    'capitals that can be set anew': ['let ID = 1; db.query(`SELECT ${ID}`);', 1],
    'a parameter handed through': ['const drop = (table) => db.query(`DROP TABLE ${table}`);', 1],
    'each of several values': ['db.query(`SELECT ${a} FROM t WHERE b = ${b}`);', 2],
    'the answer of a function': ['db.query(`ALTER ROLE a PASSWORD ${passwordOf(url)}`);', 1],
  },
});
