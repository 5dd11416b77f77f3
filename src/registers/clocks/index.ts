export { Clocks, type NewClock } from './clocks';
export { ClockEntity } from './clock.entity';
export { ClocksModule } from './clocks.module';
