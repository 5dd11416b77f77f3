import { newId } from '../../kernel/id';
import type { Door } from '../../platform/database/door';
import { CreatePerson } from './create-person';
import { GrantMandate } from './grant-mandate';
import { FoundTenantRepository } from './found-tenant.repository';
import { Mandates } from './mandates';
import { Passwords } from './passwords';
import { People } from './people';
import { PeopleRepository } from './people.repository';

/** A tenant to be founded: its top unit and its first administrator. */
export interface NewTenant {
  readonly kind: 'city' | 'district';
  readonly code: string;
  readonly name: string;
  readonly administrator: { readonly username: string; readonly password: string };
}

/** Founds a tenant, from the command line alone: there is nobody yet who could sign in and ask. */
export class FoundTenant {
  constructor(
    private readonly door: Door,
    private readonly repository: FoundTenantRepository,
    private readonly createPerson: CreatePerson,
    private readonly grantMandate: GrantMandate,
  ) {}

  /** @returns the tenant's id, or null when a tenant of that code is there already */
  async execute(wanted: NewTenant): Promise<string | null> {
    const tenantId = newId();
    return this.door.asSystem(tenantId, 'found-tenant', async (ctx) => {
      const { kind, code, name, administrator } = wanted;
      const path = tenantId.replaceAll('-', '');
      if (!(await this.repository.insertTop(ctx, { id: tenantId, kind, code, name, path }))) {
        return null;
      }
      await ctx.record({
        name: 'units.tenant-founded',
        aggregate: { kind: 'unit', id: tenantId, version: 1 },
        move: null,
        body: { kind, code },
        audience: { unitPaths: [path] },
      });
      const person = await this.createPerson.execute(ctx, {
        ...administrator,
        name: '系统管理员',
        email: null,
        locale: 'zh-CN',
      });
      await this.grantMandate.execute(ctx, {
        personId: person.id,
        duty: 'administrator',
        scopeKind: 'unit',
        scopeId: tenantId,
        untilAt: null,
      });
      return tenantId;
    });
  }
}

/** Wires the use case by hand, for the command line, where no application runs. */
export function makeFoundTenant(door: Door): FoundTenant {
  const people = new PeopleRepository();
  return new FoundTenant(
    door,
    new FoundTenantRepository(),
    new CreatePerson(people, new Passwords()),
    new GrantMandate(new People(people), new Mandates(people, { forgetPerson: () => undefined })),
  );
}
