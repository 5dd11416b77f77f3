import { Module } from '@nestjs/common';
import { ClocksModule } from '../clocks';
import { ProcessRepository } from './process.repository';
import { ProcessSteps } from './process-steps';
import { Processes } from './processes';

@Module({
  imports: [ClocksModule],
  providers: [ProcessRepository, Processes, ProcessSteps],
  exports: [Processes, ProcessSteps],
})
export class ProcessesModule {}
