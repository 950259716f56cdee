export * from './faces';
export * from './krylov';
export * from './move-particles';
export * from './prolong';
export * from './restrict';
export * from './sweep';
