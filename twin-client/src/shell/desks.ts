import type { Role } from '@upwind/sim-server/contract';
import {
  ClipboardCheck,
  Factory,
  type LucideIcon,
  Radar,
  RectangleGoggles,
  Settings,
  Siren,
  Users,
} from 'lucide-react';

export type DeskId = 'twin' | 'command' | 'drill' | 'conduct' | 'review' | 'people' | 'admin';

/** A desk (工作台): where it lives and who may open it. The server judges again on every request. */
export interface Desk {
  readonly id: DeskId;
  readonly path: string;
  readonly icon: LucideIcon;
  readonly roles: readonly Role[];
}

export const desks: readonly Desk[] = [
  { id: 'twin', path: '/twin', icon: Factory, roles: ['park-manager', 'commander', 'trainer', 'administrator'] },
  { id: 'command', path: '/command', icon: Siren, roles: ['commander', 'park-manager'] },
  { id: 'drill', path: '/drill', icon: RectangleGoggles, roles: ['trainee', 'trainer'] },
  { id: 'conduct', path: '/conduct', icon: Radar, roles: ['trainer'] },
  { id: 'review', path: '/review', icon: ClipboardCheck, roles: ['trainer', 'trainee'] },
  { id: 'people', path: '/people', icon: Users, roles: ['trainer'] },
  { id: 'admin', path: '/admin', icon: Settings, roles: ['administrator'] },
];

export function desksOf(role: Role): readonly Desk[] {
  return desks.filter((desk) => desk.roles.includes(role));
}

const homes: Readonly<Record<Role, string>> = {
  'park-manager': '/twin',
  commander: '/command',
  trainer: '/drill',
  trainee: '/drill',
  administrator: '/admin',
};

/** Where a role begins after it has signed in. */
export function homeOf(role: Role): string {
  return homes[role];
}
