import { Global, Module } from '@nestjs/common';
import { Identities } from '../../platform/auth/identities';
import { CreatePerson } from './create-person';
import { EndMandate } from './end-mandate';
import { GrantMandate } from './grant-mandate';
import { IdentityQuery } from './identity.query';
import { Mandates } from './mandates';
import { Passwords } from './passwords';
import { People } from './people';
import { PeopleController } from './people.controller';
import { PeopleQuery } from './people.query';
import { PeopleRepository } from './people.repository';
import { SessionRepository } from './session.repository';
import { SessionsController } from './sessions.controller';
import { SignIn } from './sign-in';
import { SignOut } from './sign-out';
import { StoredIdentities } from './stored-identities';

/** Global because the guard of every route asks it who is there. */
@Global()
@Module({
  controllers: [SessionsController, PeopleController],
  providers: [
    CreatePerson,
    EndMandate,
    GrantMandate,
    IdentityQuery,
    Mandates,
    Passwords,
    People,
    PeopleQuery,
    PeopleRepository,
    SessionRepository,
    SignIn,
    SignOut,
    { provide: Identities, useClass: StoredIdentities },
  ],
  exports: [Identities, Mandates, People],
})
export class PeopleModule {}
