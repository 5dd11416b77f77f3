import type { Client } from 'pg';

/**
 * What a database consists of, one statement a line: whatever a migration can make. The order of columns counts, that of
 * everything else doesn't.
 */
export async function catalogueOf(client: Client): Promise<string[]> {
  const lines: string[] = [];
  for (const part of PARTS) {
    const { rows } = await client.query<{ line: string }>(part);
    lines.push(...rows.map(({ line }) => line));
  }
  return lines.sort();
}

const OURS = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`;
/** What an extension brought along belongs to it. */
const NOT_OF_EXTENSION = (catalogue: string, oid: string) =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;
/** What TypeORM notes for itself. */
const NOT_ITS_OWN = `c.relname NOT IN ('migrations', 'migrations_id_seq', 'PK_8c82d7f526340ab734260ea46be')`;

const RELATIONS = `pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${OURS} AND ${NOT_ITS_OWN} AND ${NOT_OF_EXTENSION('pg_class', 'c.oid')}`;

const PARTS = [
  `SELECT format('extension %s', extname) AS line FROM pg_extension`,

  `SELECT format('schema %s', n.nspname) AS line FROM pg_namespace n WHERE ${OURS}`,

  `SELECT format('%s %s persistence=%s rls=%s forced=%s acl=%s comment=%s options=%s', c.relkind, c.oid::regclass,
     c.relpersistence, c.relrowsecurity, c.relforcerowsecurity,
     (SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(c.relacl) a), obj_description(c.oid, 'pg_class'),
     c.reloptions) AS line
   FROM ${RELATIONS}`,

  `SELECT format('column %s.%s #%s %s notnull=%s default=%s identity=%s generated=%s storage=%s acl=%s comment=%s', c.oid::regclass,
     a.attname, row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum), format_type(a.atttypid, a.atttypmod),
     a.attnotnull, pg_get_expr(def.adbin, def.adrelid), a.attidentity, a.attgenerated, a.attstorage, a.attacl,
     col_description(c.oid, a.attnum)) AS line
   FROM pg_attribute a
   LEFT JOIN pg_attrdef def ON def.adrelid = a.attrelid AND def.adnum = a.attnum,
   ${RELATIONS} AND c.oid = a.attrelid AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm')`,

  `SELECT format('constraint %s on %s %s', con.conname, con.conrelid::regclass, pg_get_constraintdef(con.oid)) AS line
   FROM pg_constraint con, ${RELATIONS} AND c.oid = con.conrelid`,

  `SELECT format('index %s', pg_get_indexdef(c.oid)) AS line FROM ${RELATIONS} AND c.relkind = 'i'`,

  `SELECT format('view %s %s', c.oid::regclass, pg_get_viewdef(c.oid)) AS line FROM ${RELATIONS} AND c.relkind IN ('v', 'm')`,

  `SELECT format('trigger %s enabled=%s', pg_get_triggerdef(t.oid), t.tgenabled) AS line
   FROM pg_trigger t, ${RELATIONS} AND c.oid = t.tgrelid AND NOT t.tgisinternal`,

  `SELECT format('policy %s on %s %s %s to %s using %s check %s', pol.polname, pol.polrelid::regclass, pol.polpermissive, pol.polcmd,
     (SELECT string_agg(rolname, ',' ORDER BY rolname) FROM pg_roles WHERE oid = ANY(pol.polroles)),
     pg_get_expr(pol.polqual, pol.polrelid), pg_get_expr(pol.polwithcheck, pol.polrelid)) AS line FROM pg_policy pol`,

  `SELECT format('routine %s acl=%s comment=%s %s', p.oid::regprocedure,
     (SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(p.proacl) a), obj_description(p.oid, 'pg_proc'),
     pg_get_functiondef(p.oid)) AS line
   FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
   WHERE ${OURS} AND p.prokind <> 'a' AND ${NOT_OF_EXTENSION('pg_proc', 'p.oid')}`,

  `SELECT format('type %s %s %s', t.typtype, t.oid::regtype,
     (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)) AS line
   FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
   WHERE ${OURS} AND t.typtype IN ('e', 'd', 'r') AND ${NOT_OF_EXTENSION('pg_type', 't.oid')}`,
];
