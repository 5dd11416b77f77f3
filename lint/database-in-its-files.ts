import { forbid } from './rule.ts';

/**
 * Holds TypeORM in the files whose suffix or folder says so: the library itself (by type alone as well), and the ways past it,
 * the manager of a context and the pool behind the door.
 */
export const databaseInItsFiles = forbid({
  name: 'database-in-its-files',
  why: 'What reads and writes the database can be found, reviewed and scoped by tenant only when it stands in the files that say so by their name.',
  message:
    'TypeORM and the context’s manager belong into *.entity.ts, *.repository.ts, *.query.ts and src/platform/{database,relay,record}.',
  selectors: [
    `ImportDeclaration[source.value='typeorm']`,
    `ExportNamedDeclaration[source.value='typeorm']`,
    `ExportAllDeclaration[source.value='typeorm']`,
    `ImportExpression[source.value='typeorm']`,
    `TSImportType[source.value='typeorm']`,
    `CallExpression[callee.name='require'][arguments.0.value='typeorm']`,
    'MemberExpression[property.name=/^(manager|dataSource)$/]',
    'ObjectPattern > Property[key.name=/^(manager|dataSource)$/]',
  ],
});
