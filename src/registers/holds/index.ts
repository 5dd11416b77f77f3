export { HoldEntity } from './hold.entity';
export { Holds } from './holds';
export { HoldsModule } from './holds.module';
