export * from './faces';
export * from './krylov';
export * from './move-particles';
export * from './restrict';
export * from './smooth';
