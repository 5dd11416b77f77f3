import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox';
import { UnitsModule } from '../units';
import { AppointDeputy } from './appoint-deputy';
import { DeputiesController } from './deputies.controller';
import { DeputiesQuery } from './deputies.query';
import { DeputyRepository } from './deputy.repository';
import { EndDeputy } from './end-deputy';

@Module({
  imports: [InboxModule, UnitsModule],
  controllers: [DeputiesController],
  providers: [AppointDeputy, DeputiesQuery, DeputyRepository, EndDeputy],
})
export class DeputiesModule {}
