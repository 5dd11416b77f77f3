import type { OpenAPIObject } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';

type Schema = Record<string, unknown> & { properties?: Record<string, Schema>; items?: Schema };

/** What is kept of one decorator of the validator. */
interface Limit {
  readonly propertyName: string;
  readonly name?: string;
  readonly each: boolean;
  readonly constraints?: readonly unknown[];
}

/** How a limit of the validator is said in JSON Schema. */
const inWords: Readonly<Record<string, (...constraints: never[]) => Schema>> = {
  isInt: () => ({ type: 'integer' }),
  min: (least: number) => ({ minimum: least }),
  max: (most: number) => ({ maximum: most }),
  matches: (pattern: RegExp) => ({ type: 'string', pattern: pattern.source }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isDay: () => ({ type: 'string', format: 'date' }),
  isMoment: () => ({ type: 'string', format: 'date-time' }),
};

const ofArrays: typeof inWords = {
  arrayMinSize: (least: number) => ({ minItems: least }),
  arrayMaxSize: (most: number) => ({ maxItems: most }),
  arrayUnique: () => ({ uniqueItems: true }),
};

/**
 * Writes into the schemas of requests what the validator asks of them, so that neither is described twice: patterns, whole
 * numbers, bounds, sizes, and that nothing unknown is taken. The storage of the validator has no way to be listed, hence the
 * look at its own map.
 */
export function documentLimits({ components }: OpenAPIObject): void {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    validationMetadatas: ReadonlyMap<{ name: string }, unknown>;
  };
  for (const target of validationMetadatas.keys()) {
    const schema = components?.schemas?.[target.name] as Schema | undefined;
    if (schema?.properties === undefined) continue;
    const limits: readonly Limit[] = getMetadataStorage().getTargetValidationMetadatas(
      target as never,
      '',
      true,
      false,
    );
    for (const limit of limits) apply(schema.properties[limit.propertyName], limit);
    schema.additionalProperties = false;
  }
}

function apply(property: Schema | undefined, { name = '', each, constraints = [] }: Limit): void {
  if (property === undefined) return;
  const said = each ? property.items : property;
  if (said !== undefined) Object.assign(said, inWords[name]?.(...(constraints as never[])));
  if (!each) Object.assign(property, ofArrays[name]?.(...(constraints as never[])));
}
