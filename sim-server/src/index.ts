export { type Environment, readEnvironment } from './environment.ts';
export { type ErrorCode, errorCodes, ServerError } from './errors.ts';
export type { Access } from './identity/role.ts';
export type { ServerPorts } from './ports.ts';
export { type RunningServer, type ServerOptions, startServer } from './server.ts';
