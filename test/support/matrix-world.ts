import { dutyCodes } from '../../src/access/duties';
import { relations, type Asker, type Relation } from './access-oracle';
import type { Stage } from './stage';
import { foundOtherTenant, World, type Place } from './world';
import { seedThings, type Things } from './world-things';

/** One thing of every kind in each of three places, and everybody who may knock there. */
export interface MatrixWorld {
  readonly world: World;
  /** In one street of the city. */
  readonly here: Things;
  /** In another tenant. */
  readonly abroad: Things;
  readonly askers: readonly Asker[];
}

/**
 * Prepares the world of the matrix: things in one street, in another street of the same city and in another city; a person for
 * every duty in every relation to the first, those who are named on its things, and one who is nothing.
 */
export async function openMatrixWorld(stage: Stage): Promise<MatrixWorld> {
  const world = new World(stage);
  const here = await seedThings(stage, world, await street(stage, 'first'), 'a');
  const elsewhere = await seedThings(stage, world, await street(stage, 'second'), 'b');
  const abroad = await seedThings(stage, world, await foundOtherTenant(stage, 'sz'), 'c');
  const scopes = {
    above: ['unit', stage.cityId],
    ownUnit: ['unit', here.place.unitId],
    otherUnit: ['unit', elsewhere.place.unitId],
    ownRound: ['round', here.ids.roundId!],
    otherRound: ['round', elsewhere.ids.roundId!],
    ownParty: ['party', here.ids.partyId!],
    otherParty: ['party', elsewhere.ids.partyId!],
    otherTenant: ['unit', abroad.place.unitId],
    otherTenantParty: ['party', abroad.ids.partyId!],
  } as const;
  const askers: Asker[] = [];
  for (const duty of dutyCodes) {
    for (const relation of Object.keys(relations) as Relation[]) {
      const isAbroad = relation.startsWith('otherTenant');
      const [scopeKind, scopeId] = scopes[relation];
      const tenantId = isAbroad ? abroad.place.tenantId : stage.cityId;
      const who = await world.person(tenantId, [{ duty, scopeKind, scopeId }]);
      askers.push({ name: `${duty} with ${relations[relation]}`, who, duty, relation, isAbroad });
    }
  }
  const nobodys = { duty: null, relation: null, isAbroad: false };
  for (const [name, who] of Object.entries(here.people)) {
    askers.push({ name: `the ${name}`, who, ...nobodys });
  }
  askers.push({ name: 'a passer-by', who: await world.person(stage.cityId), ...nobodys });
  return { world, here, abroad, askers };
}

async function street(stage: Stage, code: string): Promise<Place> {
  const unitId = await stage.unit(stage.cityId, 'street', code, code);
  const [{ path }] = await stage.sql(`SELECT path::text FROM units WHERE id = $1`, [unitId]);
  return { tenantId: stage.cityId, unitId, unitPath: path };
}
