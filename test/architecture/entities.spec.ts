import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import ts from 'typescript';
import type { DataSource, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

import { appDataSource } from '../../src/platform/database/app-data-source';
import { withClient } from '../../src/platform/embedded/with-client';
import type { TransitionTable } from '../../src/kernel/transition-table';
import { createDatabase, type TestDatabase } from '../support/servers';
import { classesIn, decorationsOf, exportsOf, sources } from './sources';
import { tablesOf, type Table } from './tables';

const files = sources('src/**/*.entity.ts');
const isEntity = (value: unknown): value is EntityTarget<ObjectLiteral> =>
  typeof value === 'function' && value.name.endsWith('Entity');
const entitiesIn = (file: string) => Object.values(exportsOf(file)).filter(isEntity);
const entities = files.flatMap(entitiesIn);

describe('the entities', () => {
  let database: TestDatabase;
  let data: DataSource;
  let tables: Table[];

  beforeAll(async () => {
    database = await createDatabase();
    data = await appDataSource(database.url, 1, entities).initialize();
    tables = await withClient(database.url, tablesOf);
  });
  afterAll(async () => {
    await data.destroy();
    await database.drop();
  });

  const each = (faultsOf: (entity: EntityMetadata, table: Table | undefined) => string[]) =>
    data.entityMetadatas.flatMap((entity) =>
      faultsOf(
        entity,
        tables.find(({ name }) => name === entity.tableName),
      ).map((fault) => `${entity.targetName}: ${fault}`),
    );

  /** As the catalogue tells a column. */
  const told = ({ databaseName, isNullable, isPrimary, isArray, ...column }: ColumnMetadata) => {
    const type = data.driver.normalizeType(column) + (isArray ? '[]' : '');
    return `${databaseName} ${type}${isNullable ? ' null' : ''}${isPrimary ? ' key' : ''}`;
  };

  it('stand in the files that say so, and are handed to the application', () => {
    expect(files.filter((file) => entitiesIn(file).length === 0)).toEqual([]);
    const application = readFileSync(join(__dirname, '../../src/app.module.ts'), 'utf8');
    const handedIn = new Set(application.match(/\w+Entity/g));
    expect(each(({ targetName }) => (handedIn.has(targetName) ? [] : ['is not there']))).toEqual(
      [],
    );
  });

  it('have a table each', () => {
    expect(each((_, table) => (table === undefined ? ['has no table'] : []))).toEqual([]);
  });

  it('have columns of the same types, nullability and keys as their tables', () => {
    const faults = each((entity, table) => {
      const has = (table?.columns ?? []).map(
        ({ name, type, isNullable, isKey }) =>
          `${name} ${type}${isNullable ? ' null' : ''}${isKey ? ' key' : ''}`,
      );
      return entity.columns.map(told).filter((column) => !has.includes(column));
    });
    expect(faults).toEqual([]);
  });

  it('leave out only what the database fills by itself', () => {
    const faults = each((entity, table) =>
      (table?.columns ?? [])
        .filter(({ isNullable, isFilled }) => !isNullable && !isFilled)
        .map(({ name }) => name)
        .filter((name) => !entity.columns.some(({ databaseName }) => databaseName === name)),
    );
    expect(faults).toEqual([]);
  });

  it('say null in the code exactly where the column may be null', () => {
    const faults = each((entity) => {
      const written = nullableByProperty(entity.targetName);
      return entity.columns
        .filter(({ propertyName, isNullable }) => written.get(propertyName) !== isNullable)
        .map(({ propertyName }) => propertyName);
    });
    expect(faults).toEqual([]);
  });

  it('keep the states of the transition table beside them', async () => {
    const faults: string[] = [];
    for (const file of sources('src/**/*.transitions.ts')) {
      const entity = files.find((path) => path === file.replace('.transitions.', '.entity.'));
      if (entity === undefined) continue;
      const [table] = Object.values(exportsOf(file)).filter(isTransitionTable);
      const [target] = entitiesIn(entity);
      const { tableName } = data.getMetadata(target!);
      const states = await statesIn(data, tableName);
      if (states.join() !== [...table!.states].sort().join()) faults.push(basename(file));
    }
    expect(faults).toEqual([]);
  });
});

const isTransitionTable = (value: unknown): value is TransitionTable<string, string> =>
  typeof value === 'object' && value !== null && 'states' in value;

/** The states that the CHECK on the column `state` allows. */
async function statesIn(data: DataSource, table: string): Promise<string[]> {
  const rows: { definition: string }[] = await data.query(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = to_regclass($1) AND contype = 'c' AND conkey = ARRAY[(
       SELECT attnum FROM pg_attribute WHERE attrelid = to_regclass($1) AND attname = 'state')]`,
    [table],
  );
  const texts = rows.flatMap(({ definition }) => [...definition.matchAll(/'(\w+)'::text/g)]);
  return texts.map(([, state]) => state!).sort();
}

/** Whether the type of each column's property, as written, admits null. */
function nullableByProperty(className: string): Map<string, boolean> {
  const found = files.flatMap(classesIn).find(({ name }) => name?.text === className)!;
  return new Map(
    found.members
      .filter(ts.isPropertyDeclaration)
      .filter((property) => decorationsOf(property).length > 0)
      .map((property) => [property.name.getText(), /\bnull$/.test(property.type?.getText() ?? '')]),
  );
}
