import { Module, type DynamicModule } from '@nestjs/common';
import type { Settings } from './platform/config/settings';
import { PlatformModule } from './platform/platform.module';
import { CalendarModule } from './registers/calendar';
import { ClockEntity, ClocksModule } from './registers/clocks';
import { InboxModule, MessageEntity, TaskEntity } from './registers/inbox';
import { MandateEntity, PeopleModule, PersonEntity } from './registers/people';
import { ProcessesModule } from './registers/processes';
import { UnitEntity, UnitsModule } from './registers/units';
import { CycleEntity, NeedEntity, NeedsModule, ScreeningRulesEntity } from './stages/needs';

const registers = {
  modules: [CalendarModule, ClocksModule, InboxModule, PeopleModule, ProcessesModule, UnitsModule],
  tables: [ClockEntity, MandateEntity, MessageEntity, PersonEntity, TaskEntity, UnitEntity],
};
const stages = {
  modules: [NeedsModule],
  tables: [CycleEntity, NeedEntity, ScreeningRulesEntity],
};

/** The list of modules and of their tables, nothing else. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(settings, [...registers.tables, ...stages.tables]),
        ...registers.modules,
        ...stages.modules,
      ],
    };
  }
}
