import type { Actor } from '../actor';
import type { Chance } from '../chance';
import type { City } from '../city';
import { together } from '../together';
import { Names } from './names';
import { streets } from './places';

/** Everyone in the city's round who is not a bidder. */
export interface Cast {
  readonly city: City;
  readonly administrator: Actor;
  readonly organizer: Actor;
  readonly secondOrganizer: Actor;
  readonly approver: Actor;
  readonly supervisor: Actor;
  readonly maker: Actor;
  readonly checker: Actor;
  /** By the code of their street. */
  readonly streetOfficers: ReadonlyMap<string, Actor>;
  /** By the code of their community. */
  readonly communityOfficers: ReadonlyMap<string, Actor>;
  /** Two of each community, by its code. */
  readonly residents: ReadonlyMap<string, readonly Actor[]>;
  readonly experts: readonly Expert[];
  readonly evaluators: readonly Actor[];
}

export interface Expert {
  readonly actor: Actor;
  readonly expertId: string;
  readonly field: string;
}

/** How many experts of each field are in the pool. */
const POOL = { 'social-work': 28, finance: 18, resident: 18, funder: 18 } as const;
const TITLES: Readonly<Record<keyof typeof POOL, string>> = {
  'social-work': '督导',
  finance: '会计师',
  resident: '居民代表',
  funder: '主办方代表',
};

const RESIDENTS_EACH = 2;
const EVALUATORS = 4;

/** Sets up the city: units, officers, residents, experts, evaluators. */
export async function setUpCast(city: City, chance: Chance): Promise<Cast> {
  const names = new Names(chance.of('cast'));
  for (const { code, name, communities } of streets) {
    await city.addUnit('street', code, name);
    await together(communities, (community) =>
      city.addUnit('community', community.code, community.name, code),
    );
  }
  const officer = (duty: string, username: string, unitCode?: string) =>
    city.addOfficer(names.next(), username, duty, unitCode);
  const organizer = await officer('organizer', 'organizer.1');
  return {
    city,
    administrator: city.administrator,
    organizer,
    secondOrganizer: await officer('organizer', 'organizer.2'),
    approver: await officer('approver', 'approver.1'),
    supervisor: await officer('supervisor', 'supervisor.1'),
    maker: await officer('maker', 'maker.1'),
    checker: await officer('checker', 'checker.1'),
    ...(await setUpStreets(officer)),
    experts: await setUpExperts(city, organizer, names),
    evaluators: await together(Array.from({ length: EVALUATORS }), (_, n) =>
      officer('evaluator', `evaluator.${n + 1}`),
    ),
  };
}

async function setUpStreets(
  officer: (duty: string, username: string, unitCode: string) => Promise<Actor>,
): Promise<Pick<Cast, 'streetOfficers' | 'communityOfficers' | 'residents'>> {
  const communities = streets.flatMap((street) => street.communities);
  const streetOfficers = await together(streets, ({ code }) =>
    officer('streetOfficer', `street.${code}`, code),
  );
  const communityOfficers = await together(communities, ({ code }) =>
    officer('communityOfficer', `community.${code}`, code),
  );
  const places = communities.flatMap(({ code }) =>
    Array.from({ length: RESIDENTS_EACH }, (_, n) => ({ code, n })),
  );
  const residents = await together(places, ({ code, n }) =>
    officer('resident', `resident.${code}.${n + 1}`, code),
  );
  return {
    streetOfficers: new Map(streets.map(({ code }, n) => [code, streetOfficers[n]!])),
    communityOfficers: new Map(communities.map(({ code }, n) => [code, communityOfficers[n]!])),
    residents: new Map(
      communities.map(({ code }) => [code, residents.filter((_, n) => places[n]!.code === code)]),
    ),
  };
}

async function setUpExperts(city: City, organizer: Actor, names: Names): Promise<Expert[]> {
  const wanted = (Object.keys(POOL) as (keyof typeof POOL)[]).flatMap((field) =>
    Array.from({ length: POOL[field] }, (_, n) => ({ field, n, name: names.next() })),
  );
  return together(wanted, async ({ field, n, name }) => {
    const actor = await city.addPerson(`${name}${TITLES[field]}`, `expert.${field}.${n + 1}`);
    const expert = await organizer.ok.post('/v1/experts', {
      personId: actor.personId,
      fields: [field],
    });
    return { actor, expertId: expert.id as string, field };
  });
}
