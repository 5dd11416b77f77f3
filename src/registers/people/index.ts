export { makeFoundTenant, type NewTenant } from './found-tenant';
export { MandateEntity, scopeKinds, type ScopeKind } from './mandate.entity';
export { Mandates } from './mandates';
export { People, type Person } from './people';
export { PeopleModule } from './people.module';
export { PersonEntity } from './person.entity';
export { newToken } from './token';
