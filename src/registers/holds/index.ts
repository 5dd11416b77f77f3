export { HoldEntity } from './hold.entity';
export { Holds, type Hold, type HoldCause, type NewHold } from './holds';
export { HoldsModule } from './holds.module';
