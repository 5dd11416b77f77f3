export { ApiKeyEntity } from './api-key.entity';
export { CredentialsModule } from './credentials.module';
