export { Processes } from './processes';
export { ProcessSteps } from './process-steps';
export { ProcessesModule } from './processes.module';
