import { Module } from '@nestjs/common';
import { CreateUnit } from './create-unit';
import { UnitRepository } from './unit.repository';
import { Units } from './units';
import { UnitsController } from './units.controller';
import { UnitsQuery } from './units.query';

@Module({
  controllers: [UnitsController],
  providers: [UnitRepository, Units, UnitsQuery, CreateUnit],
  exports: [Units],
})
export class UnitsModule {}
