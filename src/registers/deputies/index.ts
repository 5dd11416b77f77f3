export { DeputiesModule } from './deputies.module';
export { DeputyEntity } from './deputy.entity';
