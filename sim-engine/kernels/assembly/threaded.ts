export * from './concert';
export * from './solo';
