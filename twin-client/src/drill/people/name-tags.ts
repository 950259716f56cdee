import { StandardMaterial } from '@babylonjs/core/Materials/standardMaterial.js';
import type { DynamicTexture } from '@babylonjs/core/Materials/Textures/dynamicTexture.js';
import { Color3 } from '@babylonjs/core/Maths/math.color.js';
import { Mesh } from '@babylonjs/core/Meshes/mesh.js';
import { VertexData } from '@babylonjs/core/Meshes/mesh.vertexData.js';
import type { Scene } from '@babylonjs/core/scene.js';
import type { Place, PoseTuple } from '../pose/pose.ts';
import type { Attendee } from '../room/room-view.ts';
import { canvasTexture } from '../world/babylon/canvas-texture.ts';
import { panelFont } from '../world/babylon/lettering.ts';

/** A person's name and role over their head, turned to the eye, the same size from near and far. */
export interface NameTags {
  show(attendees: readonly Attendee[], headOf: (session: string) => PoseTuple | undefined, eye: Place): void;
}

interface Tag {
  readonly mesh: Mesh;
  readonly texture: DynamicTexture;
  said: string;
}

const [wide, high] = [512, 160];

export function nameTags(scene: Scene, roleTitle: (role: string) => string): NameTags {
  const tags = new Map<string, Tag>();
  return {
    show(attendees, headOf, eye) {
      const present = new Set(attendees.map(({ session }) => session));
      for (const [session, tag] of tags) {
        if (present.has(session)) continue;
        tag.mesh.material?.dispose(false, true);
        tag.mesh.dispose();
        tags.delete(session);
      }
      for (const attendee of attendees) {
        const tag = tags.get(attendee.session) ?? raiseTag(scene, attendee.session);
        tags.set(attendee.session, tag);
        const role = roleTitle(attendee.role);
        const said = `${attendee.displayName}|${role}|${attendee.connected}|${attendee.status}`;
        if (said !== tag.said) {
          tag.said = said;
          drawTag(tag.texture.getContext() as unknown as CanvasRenderingContext2D, attendee, role);
          tag.texture.update(true);
        }
        const head = headOf(attendee.session);
        tag.mesh.isVisible = head !== undefined;
        if (!head) continue;
        const awayM = Math.hypot(head[0] - eye[0], -head[2] - eye[1]);
        const size = Math.min(4.5, Math.max(0.62, awayM * 0.17));
        tag.mesh.scaling.setAll(size);
        tag.mesh.position.set(head[0], head[1] + 0.24 + size * 0.17, -head[2]);
      }
    },
  };
}

function raiseTag(scene: Scene, session: string): Tag {
  const mesh = new Mesh(`tag ${session}`, scene);
  const data = new VertexData();
  const half = (0.5 * high) / wide;
  data.positions = [-0.5, -half, 0, 0.5, -half, 0, 0.5, half, 0, -0.5, half, 0];
  data.normals = [0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1];
  data.uvs = [0, 0, 1, 0, 1, 1, 0, 1];
  data.indices = [0, 1, 2, 0, 2, 3];
  data.applyToMesh(mesh);
  mesh.billboardMode = Mesh.BILLBOARDMODE_ALL;
  mesh.isPickable = false;
  const texture = canvasTexture(scene, `tag ${session}`, [wide, high], () => undefined);
  texture.hasAlpha = true;
  const material = new StandardMaterial(`tag ${session}`, scene);
  material.disableLighting = true;
  material.emissiveColor = Color3.White();
  material.diffuseTexture = texture;
  material.useAlphaFromDiffuseTexture = true;
  material.backFaceCulling = false;
  material.fogEnabled = false;
  mesh.material = material;
  return { mesh, texture, said: '' };
}

function drawTag(context: CanvasRenderingContext2D, { displayName, connected, status }: Attendee, role: string): void {
  context.clearRect(0, 0, wide, high);
  context.font = `600 52px ${panelFont}`;
  const text = Math.min(wide - 60, Math.max(context.measureText(displayName).width, 150) + 56);
  context.fillStyle = connected ? 'rgba(16, 19, 21, 0.78)' : 'rgba(60, 64, 68, 0.72)';
  context.beginPath();
  context.roundRect((wide - text) / 2, 8, text, high - 16, 22);
  context.fill();
  if (status === 'mustered') {
    context.strokeStyle = '#2bbdad';
    context.lineWidth = 5;
    context.stroke();
  }
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = connected ? '#f2f4f5' : '#b5bbc0';
  context.fillText(displayName, wide / 2, 60, wide - 80);
  context.font = `500 31px ${panelFont}`;
  context.fillStyle = connected ? '#a9b7be' : '#90979d';
  context.fillText(role, wide / 2, 114, wide - 80);
}
