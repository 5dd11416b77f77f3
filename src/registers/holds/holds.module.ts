import { Module } from '@nestjs/common';
import { HoldRepository } from './hold.repository';
import { Holds } from './holds';
import { HoldsController } from './holds.controller';
import { HoldsQuery } from './holds.query';

@Module({
  controllers: [HoldsController],
  providers: [HoldRepository, Holds, HoldsQuery],
  exports: [Holds],
})
export class HoldsModule {}
