import { readObjectFields } from './node-fields.ts';
import type { FieldReader, ObjectStream } from './object-stream.ts';
import type { OsgArray, OsgNumbers, OsgPrimitiveSet } from './scene.ts';

interface NumbersConstructor {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer): OsgNumbers;
}

interface ArrayLayout {
  readonly className: string;
  readonly components: number;
  readonly numbers: NumbersConstructor;
}

const layout = (className: string, components: number, numbers: NumbersConstructor): ArrayLayout => ({
  className,
  components,
  numbers,
});

/** osgDB's array types; the position in this list is the type number of versions before 112. */
const layouts: readonly ArrayLayout[] = [
  layout('osg::ByteArray', 1, Int8Array),
  layout('osg::UByteArray', 1, Uint8Array),
  layout('osg::ShortArray', 1, Int16Array),
  layout('osg::UShortArray', 1, Uint16Array),
  layout('osg::IntArray', 1, Int32Array),
  layout('osg::UIntArray', 1, Uint32Array),
  layout('osg::FloatArray', 1, Float32Array),
  layout('osg::DoubleArray', 1, Float64Array),
  layout('osg::Vec2bArray', 2, Int8Array),
  layout('osg::Vec3bArray', 3, Int8Array),
  layout('osg::Vec4bArray', 4, Int8Array),
  layout('osg::Vec4ubArray', 4, Uint8Array),
  layout('osg::Vec2sArray', 2, Int16Array),
  layout('osg::Vec3sArray', 3, Int16Array),
  layout('osg::Vec4sArray', 4, Int16Array),
  layout('osg::Vec2Array', 2, Float32Array),
  layout('osg::Vec3Array', 3, Float32Array),
  layout('osg::Vec4Array', 4, Float32Array),
  layout('osg::Vec2dArray', 2, Float64Array),
  layout('osg::Vec3dArray', 3, Float64Array),
  layout('osg::Vec4dArray', 4, Float64Array),
];

/** Arrays and primitive sets became objects at this version. */
export const ARRAYS_ARE_OBJECTS = 112;
const BUFFER_OBJECTS = 147;
const INSTANCE_COUNTS = 97;

function readNumbers(stream: ObjectStream, { className, components, numbers }: ArrayLayout, count: number): OsgArray {
  const bytes = count * components * numbers.BYTES_PER_ELEMENT;
  return { kind: 'Array', components, values: new numbers(stream.cursor.aligned(bytes, className)) };
}

/** An array of a version before 112. Its identity is drawn from a number range of its own. */
export function readOldArray(stream: ObjectStream, known: Map<number, OsgArray>): OsgArray {
  const { cursor } = stream;
  const id = cursor.u32('the id of an array');
  const seen = known.get(id);
  if (seen !== undefined) return seen;
  const at = cursor.offset;
  const type = cursor.i32('the type of an array');
  const found = layouts[type];
  if (found === undefined) return cursor.misaligned('the type of an array', at, String(type));
  const count = cursor.count(found.components * found.numbers.BYTES_PER_ELEMENT, `elements of ${found.className}`);
  const array = stream.block(found.className, () => readNumbers(stream, found, count));
  known.set(id, array);
  return array;
}

export function readOldPrimitiveSet(stream: ObjectStream): OsgPrimitiveSet {
  const { cursor } = stream;
  const at = cursor.offset;
  const type = cursor.i32('the type of a primitive set');
  const mode = cursor.i32('the mode of a primitive set');
  if (stream.version >= INSTANCE_COUNTS) cursor.u32('the number of instances');
  switch (type) {
    case 50:
      return { kind: 'PrimitiveSet', mode, draw: readRange(stream) };
    case 51: {
      const first = cursor.i32('the first vertex');
      const count = cursor.count(4, 'lengths');
      const lengths = stream.block('lengths', () => new Int32Array(cursor.aligned(count * 4, 'lengths')));
      return { kind: 'PrimitiveSet', mode, draw: { type: 'lengths', first, lengths } };
    }
    case 52:
    case 53:
    case 54: {
      const bytes = type === 52 ? 1 : type === 53 ? 2 : 4;
      const count = cursor.count(bytes, 'indices');
      const indices = stream.block('indices', () => readIndices(stream, bytes, count));
      return { kind: 'PrimitiveSet', mode, draw: { type: 'elements', indices } };
    }
    default:
      return cursor.misaligned('the type of a primitive set', at, String(type));
  }
}

function readRange(stream: ObjectStream): OsgPrimitiveSet['draw'] {
  return { type: 'arrays', first: stream.cursor.i32('the first vertex'), count: stream.cursor.i32('the vertex count') };
}

function readIndices(stream: ObjectStream, bytes: 1 | 2 | 4, count: number): Uint8Array | Uint16Array | Uint32Array {
  const copy = stream.cursor.aligned(count * bytes, 'indices');
  if (bytes === 1) return new Uint8Array(copy);
  return bytes === 2 ? new Uint16Array(copy) : new Uint32Array(copy);
}

function readBufferData(stream: ObjectStream): void {
  readObjectFields(stream);
  if (stream.version >= BUFFER_OBJECTS) stream.optionalObject('a buffer object');
}

const arrayReader =
  (found: ArrayLayout): FieldReader =>
  (stream) => {
    const { cursor } = stream;
    readBufferData(stream);
    cursor.i32('the binding');
    cursor.bool('normalize');
    cursor.bool('preserve data type');
    const count = cursor.count(found.components * found.numbers.BYTES_PER_ELEMENT, `elements of ${found.className}`);
    return readNumbers(stream, found, count);
  };

const primitiveReader =
  (readDraw: (stream: ObjectStream) => OsgPrimitiveSet['draw']): FieldReader =>
  (stream) => {
    readBufferData(stream);
    stream.cursor.i32('the number of instances');
    const mode = stream.cursor.i32('the mode of a primitive set');
    return { kind: 'PrimitiveSet', mode, draw: readDraw(stream) };
  };

const elementsReader = (bytes: 1 | 2 | 4): FieldReader =>
  primitiveReader((stream) => ({
    type: 'elements',
    indices: readIndices(stream, bytes, stream.cursor.count(bytes, 'indices')),
  }));

const readBufferObject: FieldReader = (stream) => {
  readObjectFields(stream);
  stream.cursor.u32('the buffer target');
  stream.cursor.u32('the buffer usage');
  stream.cursor.bool('copy data and release');
  return { kind: 'Buffer' };
};

/** The classes of version 112 and later. */
export const arrayClasses: readonly (readonly [string, FieldReader])[] = [
  ...layouts.map((found) => [found.className, arrayReader(found)] as const),
  ['osg::DrawArrays', primitiveReader(readRange)],
  ['osg::DrawElementsUByte', elementsReader(1)],
  ['osg::DrawElementsUShort', elementsReader(2)],
  ['osg::DrawElementsUInt', elementsReader(4)],
  ['osg::VertexBufferObject', readBufferObject],
  ['osg::ElementBufferObject', readBufferObject],
];
