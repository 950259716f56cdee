/**
 * The scene graph of one OSGB file, as far as photogrammetry uses it. Names are OpenSceneGraph's; coordinates are the
 * file's own (x east, y north, z up in the delivery's reference system, metres), values are those stored.
 */
export interface OsgbScene {
  readonly version: number;
  /** absent when the file holds the class "NULL" */
  readonly root: OsgNode | undefined;
  /** objects of classes this reader does not know, stepped over because the file gives their sizes */
  readonly skipped: readonly OsgSkipped[];
}

export type OsgNode = OsgPlainNode | OsgGroup | OsgLod | OsgPagedLod | OsgGeode | OsgGeometry | OsgSkipped;

interface NodeFields {
  readonly name: string;
  readonly stateSet: OsgStateSet | undefined;
}

/** An `osg::Node` without content: producers write one for an empty tile. */
export interface OsgPlainNode extends NodeFields {
  readonly kind: 'Node';
}

export interface OsgGroup extends NodeFields {
  readonly kind: 'Group';
  readonly children: readonly OsgNode[];
}

/** Which child is shown by distance (metres) or by the projected diameter (pixels) of the bounding sphere. */
export interface LodRanges {
  readonly rangeMode: 'distance' | 'pixels';
  /** sphere that is measured; absent when the file leaves it to be computed from the children */
  readonly center: readonly [number, number, number] | undefined;
  readonly radius: number;
  /** one [min, max) per child */
  readonly ranges: readonly (readonly [number, number])[];
}

export interface OsgLod extends NodeFields, LodRanges {
  readonly kind: 'LOD';
  readonly children: readonly OsgNode[];
}

/** A LOD whose finer children are in other files. `files[i]` is empty where child i is inline. */
export interface OsgPagedLod extends NodeFields, LodRanges {
  readonly kind: 'PagedLOD';
  readonly databasePath: string | undefined;
  readonly files: readonly string[];
  /** the inline children, in order */
  readonly children: readonly OsgNode[];
}

export interface OsgGeode extends NodeFields {
  readonly kind: 'Geode';
  readonly drawables: readonly (OsgGeometry | OsgSkipped)[];
}

export interface OsgGeometry extends NodeFields {
  readonly kind: 'Geometry';
  readonly positions: OsgArray | undefined;
  readonly texcoords: readonly (OsgArray | undefined)[];
  readonly colors: OsgArray | undefined;
  readonly primitives: readonly OsgPrimitiveSet[];
}

/** Plain numbers, `components` of them per element. */
export interface OsgArray {
  readonly kind: 'Array';
  readonly components: number;
  readonly values: OsgNumbers;
}

export type OsgNumbers =
  | Float32Array
  | Float64Array
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array;

/** Indices drawn with a GL mode (4 triangles, 5 strip, 6 fan, 7 quads, 8 quad strip). */
export interface OsgPrimitiveSet {
  readonly kind: 'PrimitiveSet';
  readonly mode: number;
  readonly draw:
    | { readonly type: 'elements'; readonly indices: Uint8Array | Uint16Array | Uint32Array }
    | { readonly type: 'arrays'; readonly first: number; readonly count: number }
    | { readonly type: 'lengths'; readonly first: number; readonly lengths: Int32Array };
}

export interface OsgStateSet {
  readonly kind: 'StateSet';
  readonly material: OsgMaterial | undefined;
  /** texture of unit 0 */
  readonly texture: OsgTexture | undefined;
}

/** RGBA, 0 to 1, front face. */
export interface OsgMaterial {
  readonly kind: 'Material';
  readonly diffuse: readonly [number, number, number, number] | undefined;
}

export interface OsgTexture {
  readonly kind: 'Texture2D';
  readonly image: OsgImage | undefined;
}

export interface OsgImage {
  readonly kind: 'Image';
  readonly fileName: string;
  readonly content: OsgImageContent;
}

export type OsgImageContent =
  /** an image file (JPEG, PNG) inside the scene file */
  | { readonly type: 'file'; readonly bytes: Uint8Array }
  /** rows of pixels, bottom row first when `origin` is 0 */
  | {
      readonly type: 'pixels';
      readonly origin: number;
      readonly width: number;
      readonly height: number;
      readonly depth: number;
      readonly format: number;
      readonly dataType: number;
      readonly packing: number;
      readonly bytes: Uint8Array;
    }
  | { readonly type: 'external' };

/** A vertex or element buffer: carries nothing the mesh needs. */
export interface OsgBuffer {
  readonly kind: 'Buffer';
}

export interface OsgSkipped {
  readonly kind: 'Skipped';
  readonly className: string;
  readonly offset: number;
}

export type OsgObject =
  | OsgNode
  | OsgArray
  | OsgPrimitiveSet
  | OsgStateSet
  | OsgMaterial
  | OsgTexture
  | OsgImage
  | OsgBuffer;
