import { Role } from '../contract/index.ts';

/** Every role there is: what a route declares when any logged-in person may call it. */
export const everyRole: readonly Role[] = Role.enum;

/** Who may call a route: everyone, or people with one of these roles. */
export type Access = 'everyone' | readonly Role[];
