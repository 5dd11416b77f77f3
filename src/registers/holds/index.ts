export { HoldEntity } from './hold.entity';
export { Holds, type Hold } from './holds';
export { HoldsModule } from './holds.module';
