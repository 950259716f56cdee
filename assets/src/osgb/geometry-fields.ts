import { ARRAYS_ARE_OBJECTS, readOldArray, readOldPrimitiveSet } from './array-fields.ts';
import { readNodeFields, readObjectFields, readStateSetOf } from './node-fields.ts';
import type { ObjectStream } from './object-stream.ts';
import type { OsgArray, OsgGeometry, OsgPrimitiveSet, OsgStateSet } from './scene.ts';

/** A drawable is a node from 154 on, and its state set is the node's from 156 on. */
const DRAWABLES_ARE_NODES = 154;
const STATE_SET_OF_NODE = 156;

/** Makes the reader of osg::Geometry for one file: old arrays are known by number within a file. */
export function geometryReader(): (stream: ObjectStream) => OsgGeometry {
  const oldArrays = new Map<number, OsgArray>();
  return (stream) => {
    const node =
      stream.version >= DRAWABLES_ARE_NODES
        ? readNodeFields(stream)
        : { name: readObjectFields(stream), stateSet: undefined };
    const stateSet = readDrawableFields(stream) ?? node.stateSet;
    const arrays = stream.version < ARRAYS_ARE_OBJECTS ? readOldArrays(stream, oldArrays) : readArrays(stream);
    return { kind: 'Geometry', name: node.name, stateSet, ...arrays };
  };
}

function readDrawableFields(stream: ObjectStream): OsgStateSet | undefined {
  const { cursor, version } = stream;
  const stateSet = version < STATE_SET_OF_NODE ? readStateSetOf(stream) : undefined;
  if (cursor.bool('whether there is a bound')) stream.block('the bound', () => cursor.take(48, 'the bound'));
  stream.optionalObject('a bound callback');
  stream.optionalObject('a shape');
  cursor.bool('supports display list');
  cursor.bool('use display list');
  cursor.bool('use vertex buffers');
  if (version < STATE_SET_OF_NODE) {
    for (const callback of ['an update callback', 'an event callback', 'a cull callback', 'a draw callback']) {
      stream.optionalObject(callback);
    }
  }
  if (version >= 142) cursor.u32('the node mask');
  if (version >= 145) cursor.bool('culling active');
  return stateSet;
}

type Arrays = Pick<OsgGeometry, 'positions' | 'texcoords' | 'colors' | 'primitives'>;

function readOldArrays(stream: ObjectStream, known: Map<number, OsgArray>): Arrays {
  const { cursor } = stream;
  const sets = cursor.count(8, 'primitive sets');
  const primitives = Array.from({ length: sets }, () => readOldPrimitiveSet(stream));
  const one = (what: string) =>
    cursor.bool(`whether there are ${what}`) ? stream.block(what, () => readArrayData(stream, known)) : undefined;
  const positions = one('vertices');
  one('normals');
  const colors = one('colours');
  one('secondary colours');
  one('fog coordinates');
  const list = (what: string) => {
    if (!cursor.bool(`whether there are ${what}`)) return [];
    const count = cursor.count(10, what);
    return stream.block(what, () =>
      Array.from({ length: count }, () => stream.block(what, () => readArrayData(stream, known))),
    );
  };
  const texcoords = list('texture coordinates');
  list('vertex attributes');
  cursor.bool('fast path hint');
  return { positions, texcoords, colors, primitives };
}

function readArrayData(stream: ObjectStream, known: Map<number, OsgArray>): OsgArray | undefined {
  const { cursor } = stream;
  const array = cursor.bool('whether there is an array') ? readOldArray(stream, known) : undefined;
  if (cursor.bool('whether there is an index array')) {
    // OpenSceneGraph reads and forgets these; a mesh drawn without them would be another mesh.
    cursor.misaligned('an index array', cursor.offset, 'not supported since OpenSceneGraph 3.2');
  }
  cursor.i32('the binding');
  cursor.i32('normalize');
  return array;
}

function readArrays(stream: ObjectStream): Arrays {
  const primitives = stream.objects('primitive sets', false).flatMap((object): OsgPrimitiveSet[] => {
    if (object === undefined || object.kind === 'Skipped') return [];
    return object.kind === 'PrimitiveSet' ? [object] : stream.wrongClass(object, 'a primitive set');
  });
  const one = (what: string) => asArray(stream, stream.optionalObject(what));
  const positions = one('vertices');
  one('normals');
  const colors = one('colours');
  one('secondary colours');
  one('fog coordinates');
  const texcoords = stream.objects('texture coordinates', false).map((object) => asArray(stream, object));
  stream.objects('vertex attributes', false);
  return { positions, texcoords, colors, primitives };
}

function asArray(stream: ObjectStream, object: ReturnType<ObjectStream['object']>): OsgArray | undefined {
  if (object === undefined || object.kind === 'Skipped') return undefined;
  return object.kind === 'Array' ? object : stream.wrongClass(object, 'an array');
}
