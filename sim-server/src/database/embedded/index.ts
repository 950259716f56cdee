export { EmbeddedPostgresError } from './errors.ts';
export { freePort } from './port.ts';
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start.ts';
