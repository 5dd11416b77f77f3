import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar';
import { AdvanceClock } from './advance-clock';
import { ClockController } from './clock.controller';
import { ClockRepository } from './clock.repository';
import { Clocks } from './clocks';
import { LegalTimeQuery } from './legal-time.query';

@Module({
  imports: [CalendarModule],
  controllers: [ClockController],
  providers: [AdvanceClock, ClockRepository, Clocks, LegalTimeQuery],
  exports: [Clocks],
})
export class ClocksModule {}
