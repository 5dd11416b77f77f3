export { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';
export { startEmbeddedRedis, type EmbeddedRedis } from './embedded-redis';
export { startEmbeddedTemporal, type EmbeddedTemporal } from './embedded-temporal';
export { freePorts } from './free-ports';
export { projectRoot } from './tools';
