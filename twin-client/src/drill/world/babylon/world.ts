import type { Mesh } from '@babylonjs/core/Meshes/mesh.js';
import type { Scene } from '@babylonjs/core/scene.js';
import type { DrillAction } from '@upwind/scenarios';
import { heightOf, type Position } from '@upwind/scenes';
import type { SitePlan } from '../../site-plan.ts';
import type { Obstacles } from '../../walking/obstacles.ts';
import { stileWidthM } from '../../walking/obstacles.ts';
import type { Vent, Wind } from '../air/puffs.ts';
import { emptyForms, fineSeenM } from '../form/forms.ts';
import { lamps, trees } from '../ground/planting.ts';
import { drawSite } from '../models/models.ts';
import { callPoint, lamp, stile } from '../models/yard.ts';
import { hangBoards } from './boards.ts';
import { raiseClouds } from './clouds.ts';
import { layGround } from './ground.ts';
import { paintwork } from './paintwork.ts';
import { plantTrees } from './planted.ts';
import { raiseSky } from './sky.ts';
import { hangSocks } from './socks.ts';
import { uploaded } from './upload.ts';

/** The place of a drill, standing: what moves in it is told once a frame. */
export interface World {
  /** Moves socks, vapour and steam; draws slim steelwork only near the eye (local ENU metres). */
  move(timeS: number, wind: Wind, leaks: readonly Vent[], eye: Position): void;
  /** How far slim steelwork and steelwork are drawn, m, and the share of the trees. */
  detail(settings: { readonly fineM: number; readonly steelM: number; readonly trees: number }): void;
}

/** Builds the place from the site: still bodies by material, ground with baked shadows, lettering, plants, sky. */
export function raiseWorld(scene: Scene, site: SitePlan, obstacles: Obstacles, actions: readonly DrillAction[]): World {
  raiseSky(scene);
  const forms = emptyForms();
  drawSite(site, forms);
  for (const { at, acrossRad, heightM } of obstacles.stiles) {
    stile([at[0], at[1], 0], (acrossRad * 180) / Math.PI, heightM, stileWidthM, forms);
  }
  for (const action of actions) {
    if (action.at) callPoint([action.at[0], action.at[1], 0], facingMiddle(site, action.at), forms, action.title);
  }
  for (const { at, overDeg } of lamps(site)) lamp([at[0], at[1], 0], overDeg, forms);
  const planted = trees(site);
  const materials = paintwork(scene);
  const near: {
    readonly mesh: Mesh;
    readonly kind: 'fine' | 'steel';
    readonly east: number;
    readonly north: number;
  }[] = [];
  let reach = { fine: fineSeenM, steel: Number.POSITIVE_INFINITY };
  for (const [index, { surface, solid }] of forms.parts().entries()) {
    const mesh = uploaded(scene, `${surface} ${index}`, solid, materials[surface]);
    if (surface !== 'fine' && surface !== 'steel') continue;
    const { center } = mesh.getBoundingInfo().boundingBox;
    near.push({ mesh, kind: surface, east: center.x, north: center.z });
  }
  layGround(scene, site, planted);
  const wood = plantTrees(scene, planted, materials.leaf);
  hangBoards(scene, forms.boards);
  const socks = hangSocks(scene, site);
  const clouds = raiseClouds(scene);
  const steam = steamVents(site);
  return {
    move(timeS, wind, leaks, eye) {
      socks.blow(wind, timeS);
      clouds.show([...leaks, ...steam.map((vent) => ({ ...vent, ageS: 100 + timeS }))], wind, eye);
      for (const { mesh, kind, east, north } of near) {
        mesh.setEnabled(Math.hypot(east - eye[0], north - eye[1]) < reach[kind]);
      }
    },
    detail({ fineM, steelM, trees: share }) {
      reach = { fine: fineM, steel: steelM };
      for (const { mesh, count } of wood) mesh.thinInstanceCount = Math.round(count * share);
    },
  };
}

/** Cooling towers breathe: their steam shows the wind from afar. */
function steamVents(site: SitePlan): Vent[] {
  return site.elements
    .filter((element) => element.kind === 'cooling-tower' && heightOf(element) > 8)
    .map((element) => ({
      at: [element.at[0], element.at[1], element.at[2] + heightOf(element)] as Position,
      kind: 'steam' as const,
      colour: [0.95, 0.96, 0.97] as const,
      strength: 0.9,
      ageS: 0,
    }));
}

function facingMiddle(site: SitePlan, at: Position): number {
  const { min, max } = site.extent;
  const degrees = (Math.atan2((min[1] + max[1]) / 2 - at[1], (min[0] + max[0]) / 2 - at[0]) * 180) / Math.PI;
  return Math.round(degrees / 90) * 90;
}
