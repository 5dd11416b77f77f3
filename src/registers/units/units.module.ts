import { Module } from '@nestjs/common';
import { CreateUnit } from './create-unit';
import { UnitRepository } from './unit.repository';
import { Units } from './units';
import { UnitsController } from './units.controller';

@Module({
  controllers: [UnitsController],
  providers: [UnitRepository, Units, CreateUnit],
  exports: [Units],
})
export class UnitsModule {}
