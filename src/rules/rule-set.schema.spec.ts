import ruleSetSchema from './rule-set.schema.json';

interface SchemaNode {
  readonly type?: string;
  readonly additionalProperties?: boolean;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly description?: string;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly $ref?: string;
}

interface Place {
  readonly at: string;
  readonly node: SchemaNode;
}

const places = placesIn(ruleSetSchema, '');
const having = (wanted: (node: SchemaNode) => boolean) =>
  places.filter(({ node }) => wanted(node)).map(({ at }) => at);

describe('the schema of rule sets', () => {
  it('has objects to speak of', () => {
    expect(having(({ type }) => type === 'object').length).toBeGreaterThan(40);
  });

  it('lets no object hold what it does not name', () => {
    expect(having((node) => node.type === 'object' && node.additionalProperties !== false)).toEqual(
      having((node) => 'oneOf' in node),
    );
  });

  it('says of every property what it means', () => {
    const silent = places.flatMap(({ at, node }) =>
      Object.entries(node.properties ?? {})
        .filter(([, property]) => meaningOf(property) === undefined)
        .map(([name]) => `${at}/${name}`),
    );
    expect(silent).toEqual([]);
  });

  it('puts a limit on every list and every free text', () => {
    expect(having(({ type, maxItems }) => type === 'array' && maxItems === undefined)).toEqual([]);
    const freeText = (node: SchemaNode) =>
      node.type === 'string' && node.maxLength === undefined && !('format' in node);
    // These patterns bound the length by themselves.
    expect(having(freeText)).toEqual(['/$defs/Amount', '/$defs/Share', '/$defs/Mark']);
  });
});

function meaningOf({ description, $ref }: SchemaNode): string | undefined {
  if (description !== undefined || $ref === undefined) return description;
  return meaningOf(nodeAt($ref.replace('#', '')));
}

/** What stands at a pointer into the schema. */
function nodeAt(pointer: string): SchemaNode {
  const found = places.find(({ at }) => at === pointer);
  if (found === undefined) throw new Error(`the schema holds nothing at ${pointer}`);
  return found.node;
}

function placesIn(value: unknown, at: string): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([name, node]) => placesIn(node, `${at}/${name}`));
  return [{ at, node: value }, ...below];
}
