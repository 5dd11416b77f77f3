export { Units, type Unit } from './units';
export { UnitEntity } from './unit.entity';
export { UnitsModule } from './units.module';
