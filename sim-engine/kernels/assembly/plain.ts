export * from './vector-update';
