import { ByteSink } from './byte-sink.ts';
import { OSGB_MAGIC } from './header.ts';

/** A textured triangle mesh as photogrammetry has it: no normals, one picture. */
export interface OsgbMesh {
  /** x, y, z per vertex, metres in the delivery's reference system */
  readonly positions: Float32Array;
  /** u, v per vertex, v from the bottom of the picture */
  readonly texcoords: Float32Array;
  /** three per triangle */
  readonly indices: Uint32Array;
  /** a JPEG file */
  readonly jpeg: Uint8Array;
  readonly imageName: string;
}

/** A mesh and the file that holds it in more detail, if there is one. */
export interface OsgbTile {
  readonly meshes: readonly OsgbMesh[];
  readonly finer?: {
    readonly file: string;
    readonly center: readonly [number, number, number];
    readonly radius: number;
    /** projected diameter of the sphere, in pixels, above which the finer file is shown */
    readonly switchPixels: number;
  };
}

/** The version that ContextCapture writes, and the widest read. */
const VERSION = 80;
const GL = { triangles: 4, texture2D: 0x0de1, clampToEdge: 0x812f, linear: 0x2601, linearMipmapLinear: 0x2703 };
/** "No limit" in a range list, as OpenSceneGraph and its producers write it. */
const FAR = 1e30;

/** Writes one scene file: a PagedLOD (or Geode) for one tile, a Group over them for several. */
export function writeOsgb(tiles: readonly OsgbTile[]): Uint8Array<ArrayBuffer> {
  const writer = new SceneWriter();
  const [only] = tiles;
  if (tiles.length === 1 && only !== undefined) writer.tile(only);
  else writer.group(tiles);
  return writer.sink.concat();
}

class SceneWriter {
  readonly sink = new ByteSink();
  #lastId = 0;
  #lastArrayId = 0;

  constructor() {
    const { sink } = this;
    for (const word of OSGB_MAGIC) sink.u32(word);
    sink.u32(1); // a scene
    sink.u32(VERSION);
    sink.u32(0); // no domains, no schema, no block sizes
    sink.string('0'); // not compressed
  }

  #object(className: string): void {
    this.sink.string(className);
    this.sink.u32(++this.#lastId);
    this.#objectFields();
  }

  #objectFields(): void {
    this.sink.string('');
    this.sink.i32(1); // static
    this.sink.bool(false); // no user data
  }

  #absent(count: number): void {
    for (let i = 0; i < count; i++) this.sink.bool(false);
  }

  #node(className: string): void {
    const { sink } = this;
    this.#object(className);
    this.#absent(5); // initial bound, four callbacks
    sink.bool(true); // culling active
    sink.u32(0xffffffff); // node mask
    sink.bool(false); // state set
  }

  group(tiles: readonly OsgbTile[]): void {
    const { sink } = this;
    this.#node('osg::Group');
    sink.bool(tiles.length > 0);
    if (tiles.length > 0) sink.u32(tiles.length);
    for (const tile of tiles) this.tile(tile);
  }

  tile({ meshes, finer }: OsgbTile): void {
    if (finer === undefined) {
      this.#geode(meshes);
      return;
    }
    const { sink } = this;
    this.#node('osg::PagedLOD');
    sink.i32(1); // the centre below, not the bound's
    sink.bool(true);
    sink.f64(...finer.center, finer.radius);
    sink.i32(1); // ranges are pixels
    sink.bool(true);
    sink.u32(2);
    sink.f32(0, finer.switchPixels, finer.switchPixels, FAR);
    sink.bool(false); // database path
    sink.u32(0); // children that cannot expire
    sink.bool(false); // paging not disabled
    sink.bool(true);
    sink.u32(2);
    sink.string('');
    sink.string(finer.file);
    sink.u32(2);
    sink.f32(0, 1, 0, 1); // priorities: offset, scale
    sink.bool(true);
    sink.u32(1);
    this.#geode(meshes);
  }

  #geode(meshes: readonly OsgbMesh[]): void {
    this.#node('osg::Geode');
    this.sink.bool(meshes.length > 0);
    if (meshes.length > 0) this.sink.u32(meshes.length);
    for (const mesh of meshes) this.#geometry(mesh);
  }

  #geometry({ positions, texcoords, indices, jpeg, imageName }: OsgbMesh): void {
    const { sink } = this;
    this.#object('osg::Geometry');
    sink.bool(true);
    this.#stateSet(jpeg, imageName);
    this.#absent(3); // bound, bound callback, shape
    sink.bool(true); // supports display list
    sink.bool(true); // uses display list
    sink.bool(false); // uses vertex buffers
    this.#absent(4); // callbacks
    sink.u32(1);
    sink.i32(54); // DrawElementsUInt
    sink.i32(GL.triangles);
    sink.u32(indices.length);
    sink.bytes(indices);
    sink.bool(true);
    this.#array(16, positions.length / 3, positions);
    this.#absent(4); // normals, colours, secondary colours, fog
    sink.bool(true);
    sink.u32(1);
    this.#array(15, texcoords.length / 2, texcoords);
    sink.bool(false); // vertex attributes
    sink.bool(false); // fast path
  }

  #array(type: number, count: number, values: Float32Array): void {
    const { sink } = this;
    sink.bool(true);
    sink.u32(++this.#lastArrayId);
    sink.i32(type);
    sink.u32(count);
    sink.bytes(values);
    sink.bool(false); // index array
    sink.i32(4); // per vertex
    sink.i32(0); // not normalized
  }

  #stateSet(jpeg: Uint8Array, imageName: string): void {
    const { sink } = this;
    this.#object('osg::StateSet');
    sink.bool(false); // modes
    sink.bool(false); // attributes
    sink.bool(true); // texture modes: unit 0, 2D texture on
    sink.u32(1);
    sink.u32(1);
    sink.u32(GL.texture2D);
    sink.i32(1);
    sink.bool(true); // texture attributes: unit 0
    sink.u32(1);
    sink.u32(1);
    this.#texture(jpeg, imageName);
    sink.i32(0); // not overridden
    sink.bool(false); // uniforms
    sink.i32(0); // rendering hint
    sink.i32(0); // bin mode
    sink.i32(0); // bin number
    sink.string('');
    sink.bool(true); // nested bins
    this.#absent(2); // callbacks
  }

  #texture(jpeg: Uint8Array, imageName: string): void {
    const { sink } = this;
    this.#object('osg::Texture2D');
    this.#absent(2); // callbacks
    for (const value of [GL.clampToEdge, GL.clampToEdge, GL.clampToEdge, GL.linearMipmapLinear, GL.linear]) {
      sink.bool(true);
      sink.u32(value);
    }
    sink.f32(1); // anisotropy
    sink.bool(true); // hardware mipmaps
    sink.bool(true); // the picture may be dropped after upload
    sink.bool(false); // client storage
    sink.bool(false); // keep sizes that are no powers of two
    sink.f64(0, 0, 0, 0); // border colour
    sink.i32(0); // border width
    sink.i32(0); // internal format: the picture's
    this.#absent(3); // internal format, source format, source type
    sink.bool(false); // shadow comparison
    sink.i32(0x0203); // GL_LEQUAL
    sink.i32(0x1909); // GL_LUMINANCE
    sink.f32(0); // shadow ambient
    sink.bool(true);
    sink.u32(++this.#lastId);
    sink.string(imageName);
    sink.i32(1); // write hint: the file itself
    sink.i32(1); // here: the file itself
    sink.u32(jpeg.byteLength);
    sink.bytes(jpeg);
    this.#objectFields();
    sink.i32(0); // texture width: the picture's
    sink.i32(0);
  }
}
