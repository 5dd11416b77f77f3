export { startEmbeddedPostgres } from './embedded-postgres';
export { startEmbeddedRedis } from './embedded-redis';
export { startEmbeddedTemporal, type EmbeddedTemporal } from './embedded-temporal';
export { freePorts } from './free-ports';
export { projectRoot } from './tools';
