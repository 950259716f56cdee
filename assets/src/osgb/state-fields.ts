import { readObjectFields } from './node-fields.ts';
import type { ObjectStream } from './object-stream.ts';
import type { OsgImage, OsgImageContent, OsgMaterial, OsgObject, OsgStateSet, OsgTexture } from './scene.ts';

export function readStateSet(stream: ObjectStream): OsgStateSet {
  const { cursor } = stream;
  readObjectFields(stream);
  if (cursor.bool('whether there are modes')) readModes(stream);
  const attributes = cursor.bool('whether there are attributes') ? readAttributes(stream) : [];
  if (cursor.bool('whether there are texture modes')) {
    const units = cursor.count(4, 'texture units');
    stream.block('texture modes', () => {
      for (let unit = 0; unit < units; unit++) readModes(stream);
    });
  }
  let firstUnit: OsgObject[] = [];
  if (cursor.bool('whether there are texture attributes')) {
    const units = cursor.count(4, 'texture units');
    const perUnit = stream.block('texture attributes', () =>
      Array.from({ length: units }, () => readAttributes(stream)),
    );
    firstUnit = perUnit[0] ?? [];
  }
  if (cursor.bool('whether there are uniforms')) readValued(stream, 'uniforms');
  cursor.i32('the rendering hint');
  cursor.i32('the bin mode');
  cursor.i32('the bin number');
  cursor.string('the bin name');
  cursor.bool('nested bins');
  stream.optionalObject('an update callback');
  stream.optionalObject('an event callback');
  if (stream.version >= 151 && cursor.bool('whether there are defines')) readDefines(stream);
  return {
    kind: 'StateSet',
    material: attributes.find((object) => object.kind === 'Material'),
    texture: firstUnit.find((object) => object.kind === 'Texture2D'),
  };
}

function readModes(stream: ObjectStream): void {
  const count = stream.cursor.count(8, 'modes');
  if (count > 0) stream.block('modes', () => stream.cursor.take(count * 8, 'modes'));
}

function readAttributes(stream: ObjectStream): OsgObject[] {
  const count = stream.cursor.count(8, 'attributes');
  if (count === 0) return [];
  return stream.block('attributes', () => readObjectsWithValue(stream, count, 'an attribute'));
}

function readValued(stream: ObjectStream, what: string): void {
  const count = stream.cursor.count(8, what);
  stream.block(what, () => readObjectsWithValue(stream, count, what));
}

function readObjectsWithValue(stream: ObjectStream, count: number, what: string): OsgObject[] {
  const objects: OsgObject[] = [];
  for (let i = 0; i < count; i++) {
    const object = stream.object(what);
    if (object !== undefined) objects.push(object);
    stream.cursor.i32(`the value of ${what}`);
  }
  return objects;
}

function readDefines(stream: ObjectStream): void {
  const count = stream.cursor.count(12, 'defines');
  stream.block('defines', () => {
    for (let i = 0; i < count; i++) {
      stream.cursor.string('a define');
      stream.cursor.string('the value of a define');
      stream.cursor.i32('the override of a define');
    }
  });
}

/** osg::StateAttribute: an Object with an update and an event callback. */
function readAttributeFields(stream: ObjectStream): void {
  readObjectFields(stream);
  stream.optionalObject('an update callback');
  stream.optionalObject('an event callback');
}

export function readMaterial(stream: ObjectStream): OsgMaterial {
  const { cursor } = stream;
  readAttributeFields(stream);
  cursor.i32('the colour mode');
  const rgba = (what: string): [number, number, number, number] => [
    cursor.f32(what),
    cursor.f32(what),
    cursor.f32(what),
    cursor.f32(what),
  ];
  const [, diffuse] = ['ambient', 'diffuse', 'specular', 'emission'].map((what) => {
    if (!cursor.bool(`whether ${what} is set`)) return undefined;
    cursor.bool(`front and back of ${what}`);
    const front = rgba(what);
    rgba(what);
    return front;
  });
  if (cursor.bool('whether shininess is set')) {
    cursor.bool('front and back of shininess');
    cursor.take(8, 'shininess');
  }
  return { kind: 'Material', diffuse };
}

export function readTexture2D(stream: ObjectStream): OsgTexture {
  const { cursor, version } = stream;
  readAttributeFields(stream);
  for (const what of ['wrap S', 'wrap T', 'wrap R', 'the minifying filter', 'the magnifying filter']) {
    if (cursor.bool(`whether ${what} is set`)) cursor.u32(what);
  }
  cursor.f32('the anisotropy');
  for (const what of ['hardware mipmaps', 'unref image', 'client storage', 'resize non-power-of-two'])
    cursor.bool(what);
  cursor.take(32, 'the border colour');
  cursor.i32('the border width');
  cursor.i32('the internal format mode');
  for (const what of ['the internal format', 'the source format', 'the source type']) {
    if (cursor.bool(`whether ${what} is set`)) cursor.u32(what);
  }
  cursor.bool('shadow comparison');
  cursor.take(12, 'the shadow settings');
  if (version >= 95 && version < 154 && cursor.bool('whether there is an image attachment')) {
    cursor.take(21, 'the image attachment');
  }
  if (version >= 98 && cursor.bool('whether there is a swizzle')) cursor.string('the swizzle');
  if (version >= 155) cursor.take(12, 'the level of detail limits');
  const image = cursor.bool('whether there is an image') ? readImage(stream) : undefined;
  cursor.i32('the texture width');
  cursor.i32('the texture height');
  return { kind: 'Texture2D', image };
}

function readImage(stream: ObjectStream): OsgImage | undefined {
  const { cursor } = stream;
  const { offset } = cursor;
  if (stream.version > 94) {
    const className = cursor.string('the class of an image');
    // An image has no block, so even a file with sizes gives no way past another class.
    if (className !== 'osg::Image') cursor.misaligned('the class of an image', offset, JSON.stringify(className));
  }
  const id = cursor.u32('the id of an image');
  const object = stream.identified(id, 'osg::Image', offset, () => {
    const fileName = cursor.string('the file name of an image');
    cursor.i32('the write hint');
    const at = cursor.offset;
    const decision = cursor.i32('where an image is kept');
    const content = readImageContent(stream, decision, at);
    readObjectFields(stream);
    return { kind: 'Image', fileName, content };
  });
  return object.kind === 'Image' ? object : stream.wrongClass(object, 'osg::Image');
}

function readImageContent(stream: ObjectStream, decision: number, at: number): OsgImageContent {
  const { cursor } = stream;
  switch (decision) {
    case 0: {
      const field = (what: string) => cursor.i32(`the ${what} of an image`);
      const [origin, width, height, depth] = [field('origin'), field('width'), field('height'), field('depth')];
      field('internal format');
      const [format, dataType, packing] = [field('pixel format'), field('data type'), field('packing')];
      field('allocation mode');
      const bytes = cursor.bytes(cursor.u32('the size of an image'), 'pixels');
      cursor.take(cursor.count(4, 'mipmap offsets') * 4, 'mipmap offsets');
      return { type: 'pixels', origin, width, height, depth, format, dataType, packing, bytes };
    }
    case 1:
      return { type: 'file', bytes: cursor.bytes(cursor.u32('the size of an image file'), 'an image file') };
    case 2:
    case 3:
      return { type: 'external' };
    default:
      return cursor.misaligned('where an image is kept', at, String(decision));
  }
}
