import ruleSetSchema from './rule-set.schema.json';

/** A schema as JSON: an object of whatever keywords. */
type SchemaNode = Readonly<Record<string, unknown>>;

const ROOT = 'RuleSet';
const DEFINITION = '#/$defs/';
const COMPONENT = '#/components/schemas/';

/** Where the contract has the rule set. */
export const RULE_SET_COMPONENT = `${COMPONENT}${ROOT}`;

/**
 * The rule set's schema as components of an OpenAPI 3.1 document: `RuleSet`, and each of its definitions as `RuleSet.<name>`, so
 * that the rules are described once and no name of theirs stands in the way of another.
 */
export function ruleSetComponents(): Readonly<Record<string, object>> {
  const definitions: Readonly<Record<string, SchemaNode>> = ruleSetSchema.$defs;
  const root = Object.fromEntries(
    Object.entries(ruleSetSchema).filter(([keyword]) => !keyword.startsWith('$')),
  );
  const components: Record<string, object> = { [ROOT]: renamed(root) };
  const waiting = refsIn(root);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const component = `${ROOT}.${name}`;
    if (component in components) continue;
    const definition = definitions[name]!;
    components[component] = withMapping(renamed(definition), definitions);
    waiting.push(...refsIn(definition));
  }
  return components;
}

/** The names of the definitions that a schema refers to. */
function refsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' ? [String(value).replace(DEFINITION, '')] : refsIn(value),
  );
}

/** The schema with its references as a contract has them. */
function renamed<Node>(node: Node): Node {
  if (Array.isArray(node)) return node.map(renamed) as Node;
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]: [string, unknown]) => [
    key,
    key === '$ref' ? String(value).replace(DEFINITION, `${COMPONENT}${ROOT}.`) : renamed(value),
  ]);
  return Object.fromEntries(entries) as Node;
}

/** OpenAPI takes the value of a discriminator for the name of a schema, unless it is told which schema a value means. */
function withMapping(
  node: SchemaNode,
  definitions: Readonly<Record<string, SchemaNode>>,
): SchemaNode {
  const { discriminator, oneOf } = node as { discriminator?: object; oneOf?: { $ref: string }[] };
  if (discriminator === undefined || oneOf === undefined) return node;
  const mapping = Object.fromEntries(
    oneOf.map(({ $ref }) => [variantOf(definitions[nameIn($ref)]!), $ref]),
  );
  return { ...node, discriminator: { ...discriminator, mapping } };
}

function nameIn(reference: string): string {
  return reference.replace(`${COMPONENT}${ROOT}.`, '');
}

function variantOf({ properties }: SchemaNode): string {
  return (properties as { variant: { const: string } }).variant.const;
}
