import { Module } from '@nestjs/common';
import { Calendar } from './calendar';
import { CalendarRepository } from './calendar.repository';

@Module({ providers: [Calendar, CalendarRepository], exports: [Calendar] })
export class CalendarModule {}
