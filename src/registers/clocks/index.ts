export { Clocks } from './clocks';
export { ClockEntity } from './clock.entity';
export { ClocksModule } from './clocks.module';
