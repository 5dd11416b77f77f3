import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar';
import { CalendarController } from './calendar.controller';
import { ClocksQuery } from './clocks.query';
import { EnterNotice } from './enter-notice';
import { AdvanceClock } from './advance-clock';
import { ClockController } from './clock.controller';
import { ClockRepository } from './clock.repository';
import { Clocks } from './clocks';
import { LegalTimeQuery } from './legal-time.query';

@Module({
  imports: [CalendarModule],
  controllers: [CalendarController, ClockController],
  providers: [AdvanceClock, ClockRepository, Clocks, ClocksQuery, EnterNotice, LegalTimeQuery],
  exports: [Clocks],
})
export class ClocksModule {}
