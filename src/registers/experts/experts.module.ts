import { Module } from '@nestjs/common';
import { PartiesModule } from '../parties';
import { UnitsModule } from '../units';
import { DeclareTie } from './declare-tie';
import { ExpertRepository } from './expert.repository';
import { Experts } from './experts';
import { ExpertsController } from './experts.controller';
import { ExpertsQuery } from './experts.query';
import { RegisterExpert } from './register-expert';
import { TakeLeave } from './take-leave';

@Module({
  imports: [PartiesModule, UnitsModule],
  controllers: [ExpertsController],
  providers: [DeclareTie, ExpertRepository, Experts, ExpertsQuery, RegisterExpert, TakeLeave],
  exports: [Experts],
})
export class ExpertsModule {}
