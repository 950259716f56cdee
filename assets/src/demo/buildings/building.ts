import type { Element, Site } from '@upwind/scenes';
import { hashed, seedOf } from '../paint/noise.ts';

/** How a building is clad and roofed. */
export type BuildingStyle = 'rendered' | 'metal' | 'shelter' | 'switchgear' | 'fire-station' | 'equipment';

/** A building as the photograph shows it: a box with walls and a roof. */
export interface Building {
  readonly id: string;
  readonly seed: number;
  readonly style: BuildingStyle;
  readonly x: number;
  readonly y: number;
  readonly headingDeg: number;
  readonly lengthM: number;
  readonly widthM: number;
  readonly heightM: number;
  readonly roof: 'flat' | 'gable' | 'plain';
}

const styles: Partial<Record<Element['kind'], BuildingStyle>> = {
  office: 'rendered',
  laboratory: 'rendered',
  canteen: 'rendered',
  'control-room': 'shelter',
  substation: 'switchgear',
  'fire-station': 'fire-station',
  warehouse: 'metal',
  workshop: 'metal',
};

/** The buildings of a site. Tanks, columns and racks are not in the photograph: their models stand on it. */
export function buildingsOf(site: Site): Building[] {
  return site.elements.flatMap(({ id, kind, shape, at, headingDeg }): Building[] => {
    const style = styles[kind];
    if (style === undefined || shape.kind !== 'box') return [];
    const small = shape.lengthM < 8 && style === 'switchgear';
    return [
      {
        id,
        seed: seedOf(id),
        style: small ? 'equipment' : style,
        x: at[0],
        y: at[1],
        headingDeg: headingDeg ?? 0,
        lengthM: shape.lengthM,
        widthM: shape.widthM,
        heightM: shape.heightM,
        roof: small ? 'plain' : style === 'metal' ? 'gable' : 'flat',
      },
    ];
  });
}

/** A choice that belongs to a building. */
export function chosen<T>(options: readonly T[], building: Building, salt: number): T | undefined {
  return options[Math.floor(hashed(building.seed & 0xffff, salt, 71) * options.length)];
}

/** Height of a flat roof's parapet, metres. */
export const PARAPET_M = 0.8;

/** How far a gable's ridge rises above its eaves: 6 %, as profiled sheet is laid. */
export function ridgeRise({ widthM }: Building): number {
  return (widthM / 2) * 0.12;
}
