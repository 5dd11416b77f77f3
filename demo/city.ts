import type { Actor } from './actor';

/** A mandate as the administrator gives it. */
export interface Mandate {
  readonly duty: string;
  readonly scopeKind: 'unit' | 'party' | 'round' | 'lot' | 'project';
  readonly scopeId: string;
}

const PASSWORD = 'yichuang-demonstration';

/** The city of the demonstration as its administrator sets it up: units and people, and how they sign in. */
export class City {
  readonly signIns: { name: string; duty: string; username: string; password: string }[] = [];
  private readonly units = new Map<string, string>();

  private constructor(
    readonly administrator: Actor,
    readonly topId: string,
  ) {}

  static async open(administrator: Actor): Promise<City> {
    const units = await administrator.ok.all('/v1/units');
    const top = units.find((unit) => unit.parentId === null);
    return new City(administrator, top.id as string);
  }

  /** Adds a unit; the parent is a unit's code, or the city itself. */
  async addUnit(kind: string, code: string, name: string, parentCode?: string): Promise<string> {
    const parentId = parentCode === undefined ? this.topId : this.unitId(parentCode);
    const unit = await this.administrator.ok.post('/v1/units', { parentId, kind, code, name });
    this.units.set(code, unit.id as string);
    return unit.id as string;
  }

  unitId(code: string): string {
    const id = this.units.get(code);
    if (id === undefined) throw new Error(`no unit ${code}`);
    return id;
  }

  /** Registers a person with mandates and signs them in. */
  async addPerson(
    name: string,
    username: string,
    mandates: readonly Mandate[] = [],
  ): Promise<Actor> {
    const person = await this.administrator.ok.post('/v1/persons', {
      name,
      username,
      email: `${username}@example.org`,
      password: PASSWORD,
    });
    for (const mandate of mandates) {
      await this.administrator.ok.post(`/v1/persons/${person.id}/mandates`, mandate);
    }
    const duty = mandates.map((mandate) => mandate.duty).join(', ');
    this.signIns.push({ name, duty, username, password: PASSWORD });
    return this.administrator.signIn(username, PASSWORD, name);
  }

  /** A person with one duty at a unit, or at the city. */
  async addOfficer(
    name: string,
    username: string,
    duty: string,
    unitCode?: string,
  ): Promise<Actor> {
    const scopeId = unitCode === undefined ? this.topId : this.unitId(unitCode);
    return this.addPerson(name, username, [{ duty, scopeKind: 'unit', scopeId }]);
  }
}
