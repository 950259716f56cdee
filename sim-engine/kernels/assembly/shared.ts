export * from './concert';
export * from './plain';
