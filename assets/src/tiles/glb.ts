import type { Picture } from './picture.ts';

/** A drawable part of a tile: one material. */
export interface GlbPart {
  /** x, y, z per vertex, glTF axes (y up), metres relative to the tile's centre */
  readonly positions: Float32Array;
  /** u, v per vertex, v from the top of the picture */
  readonly texcoords: Float32Array | undefined;
  readonly indices: Uint32Array;
  readonly picture: Picture | undefined;
  readonly color: readonly [number, number, number, number];
}

const ARRAY_BUFFER = 34962;
const ELEMENT_ARRAY_BUFFER = 34963;
const FLOAT = 5126;
const UNSIGNED_SHORT = 5123;
const UNSIGNED_INT = 5125;
/** The largest 16-bit index; 65535 restarts a primitive. */
const LARGEST_SHORT = 65_534;

/** Appends typed arrays on 4-byte bounds and describes them. */
class Buffer4 {
  readonly views: object[] = [];
  readonly accessors: object[] = [];
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  view(data: ArrayBufferView, target?: number): number {
    this.views.push({
      buffer: 0,
      byteOffset: this.#length,
      byteLength: data.byteLength,
      ...(target !== undefined ? { target } : {}),
    });
    this.#parts.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    const padding = -data.byteLength & 3;
    if (padding > 0) this.#parts.push(new Uint8Array(padding));
    this.#length += data.byteLength + padding;
    return this.views.length - 1;
  }

  accessor(data: ArrayBufferView, target: number, description: object): number {
    this.accessors.push({ bufferView: this.view(data, target), ...description });
    return this.accessors.length - 1;
  }

  get parts(): readonly Uint8Array[] {
    return this.#parts;
  }

  get length(): number {
    return this.#length;
  }
}

/**
 * Writes binary glTF 2.0 of unlit parts, standing at `translation` (y up). The same input gives the same bytes.
 */
export function writeGlb(parts: readonly GlbPart[], translation: readonly [number, number, number]): Uint8Array {
  const buffer = new Buffer4();
  const primitives: object[] = [];
  const materials: object[] = [];
  const images: object[] = [];
  const textures: object[] = [];
  const textureOf = new Map<Uint8Array, number>();
  const materialOf = new Map<string, number>();

  for (const part of parts) {
    const texture = part.picture === undefined || part.texcoords === undefined ? undefined : addTexture(part.picture);
    primitives.push({
      attributes: {
        POSITION: buffer.accessor(part.positions, ARRAY_BUFFER, {
          componentType: FLOAT,
          count: part.positions.length / 3,
          type: 'VEC3',
          ...bounds(part.positions),
        }),
        ...(part.texcoords !== undefined && texture !== undefined
          ? {
              TEXCOORD_0: buffer.accessor(part.texcoords, ARRAY_BUFFER, {
                componentType: FLOAT,
                count: part.texcoords.length / 2,
                type: 'VEC2',
              }),
            }
          : {}),
      },
      indices: addIndices(part),
      material: addMaterial(texture, part.color),
    });
  }

  function addTexture({ bytes, mimeType }: Picture): number {
    const known = textureOf.get(bytes);
    if (known !== undefined) return known;
    images.push({ bufferView: buffer.view(bytes), mimeType });
    textures.push({ sampler: 0, source: images.length - 1 });
    textureOf.set(bytes, textures.length - 1);
    return textures.length - 1;
  }

  function addMaterial(texture: number | undefined, color: GlbPart['color']): number {
    const key = texture === undefined ? color.join() : `texture ${texture}`;
    const known = materialOf.get(key);
    if (known !== undefined) return known;
    const base = texture === undefined ? { baseColorFactor: [...color] } : { baseColorTexture: { index: texture } };
    materials.push({
      // OSG draws both sides, and producers rely on it.
      doubleSided: true,
      pbrMetallicRoughness: { ...base, metallicFactor: 0 },
      extensions: { KHR_materials_unlit: {} },
    });
    materialOf.set(key, materials.length - 1);
    return materials.length - 1;
  }

  function addIndices({ indices, positions }: GlbPart): number {
    const short = positions.length / 3 - 1 <= LARGEST_SHORT;
    const data = short ? Uint16Array.from(indices) : indices;
    return buffer.accessor(data, ELEMENT_ARRAY_BUFFER, {
      componentType: short ? UNSIGNED_SHORT : UNSIGNED_INT,
      count: indices.length,
      type: 'SCALAR',
    });
  }

  const json = {
    asset: { version: '2.0', generator: 'Upwind' },
    extensionsUsed: ['KHR_materials_unlit'],
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, translation: [...translation] }],
    meshes: [{ primitives }],
    materials,
    ...(textures.length > 0
      ? { textures, images, samplers: [{ magFilter: 9729, minFilter: 9987, wrapS: 33071, wrapT: 33071 }] }
      : {}),
    accessors: buffer.accessors,
    bufferViews: buffer.views,
    buffers: [{ byteLength: buffer.length }],
  };
  return container(new TextEncoder().encode(JSON.stringify(json)), buffer);
}

function bounds(positions: Float32Array): { min: number[]; max: number[] } {
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    const axis = i % 3;
    const value = positions[i] ?? 0;
    min[axis] = Math.min(min[axis] ?? value, value);
    max[axis] = Math.max(max[axis] ?? value, value);
  }
  return { min, max };
}

/** Header, JSON chunk padded with spaces, binary chunk padded with zeros (glTF 2.0, 4.4). */
function container(json: Uint8Array, buffer: Buffer4): Uint8Array {
  // 3D Tiles asks for a length that is a multiple of 8; the binary chunk may only be padded by 3, so the JSON is.
  const jsonAt4 = (json.byteLength + 3) & ~3;
  const jsonLength = jsonAt4 + ((12 + 8 + jsonAt4 + 8 + buffer.length) & 7);
  const total = 12 + 8 + jsonLength + 8 + buffer.length;
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x46546c67, true); // glTF
  view.setUint32(4, 2, true);
  view.setUint32(8, total, true);
  view.setUint32(12, jsonLength, true);
  view.setUint32(16, 0x4e4f534a, true); // JSON
  bytes.set(json, 20);
  bytes.fill(0x20, 20 + json.byteLength, 20 + jsonLength);
  let at = 20 + jsonLength;
  view.setUint32(at, total - at - 8, true);
  view.setUint32(at + 4, 0x004e4942, true); // BIN
  at += 8;
  for (const part of buffer.parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
