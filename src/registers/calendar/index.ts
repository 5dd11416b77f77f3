export { Calendar } from './calendar';
export { CalendarModule } from './calendar.module';
export { seedCalendar } from './seed-calendar';
export * from './calendar.dto';
