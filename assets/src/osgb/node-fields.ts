import type { ObjectStream } from './object-stream.ts';
import type {
  LodRanges,
  OsgGeode,
  OsgGroup,
  OsgLod,
  OsgNode,
  OsgPagedLod,
  OsgPlainNode,
  OsgStateSet,
} from './scene.ts';

/** The version from which descriptions and user data live in a container object of their own. */
const USER_DATA_CONTAINER = 77;

/** osg::Object: the name; user data is read past. */
export function readObjectFields(stream: ObjectStream): string {
  const { cursor } = stream;
  const name = cursor.string('a name');
  cursor.i32('the data variance');
  if (stream.version >= USER_DATA_CONTAINER) stream.optionalObject('a user data container');
  else if (cursor.bool('whether there is user data')) stream.block('user data', () => stream.object('user data'));
  return name;
}

export function readNodeFields(stream: ObjectStream): { name: string; stateSet: OsgStateSet | undefined } {
  const { cursor } = stream;
  const name = readObjectFields(stream);
  readNodeOwnFields(stream);
  if (stream.version < USER_DATA_CONTAINER && cursor.bool('whether there are descriptions')) {
    const count = cursor.count(4, 'descriptions');
    stream.block('descriptions', () => {
      for (let i = 0; i < count; i++) cursor.string('a description');
    });
  }
  return { name, stateSet: readStateSetOf(stream) };
}

function readNodeOwnFields(stream: ObjectStream): void {
  const { cursor } = stream;
  if (cursor.bool('whether there is an initial bound')) {
    stream.block('the initial bound', () => cursor.take(32, 'the initial bound'));
  }
  for (const callback of ['a bound callback', 'an update callback', 'an event callback', 'a cull callback']) {
    stream.optionalObject(callback);
  }
  cursor.bool('culling active');
  cursor.u32('the node mask');
}

export function readStateSetOf(stream: ObjectStream): OsgStateSet | undefined {
  const object = stream.optionalObject('a state set');
  if (object === undefined || object.kind === 'Skipped') return undefined;
  return object.kind === 'StateSet' ? object : stream.wrongClass(object, 'osg::StateSet');
}

export function asNode(stream: ObjectStream): OsgNode | undefined {
  const object = stream.object('a node');
  if (object === undefined) return undefined;
  switch (object.kind) {
    case 'Node':
    case 'Group':
    case 'LOD':
    case 'PagedLOD':
    case 'Geode':
    case 'Geometry':
    case 'Skipped':
      return object;
    default:
      return stream.wrongClass(object, 'a node');
  }
}

function readNodes(stream: ObjectStream, what: string): OsgNode[] {
  const count = stream.cursor.count(4, what);
  if (count === 0 && what === INLINE_CHILDREN) return [];
  return stream.block(what, () =>
    Array.from({ length: count }, () => asNode(stream)).filter((node) => node !== undefined),
  );
}

// Unlike a Group's, a PagedLOD's list has no block when it is empty.
const INLINE_CHILDREN = 'inline children';

export function readPlainNode(stream: ObjectStream): OsgPlainNode {
  return { kind: 'Node', ...readNodeFields(stream) };
}

function readChildren(stream: ObjectStream): OsgNode[] {
  return stream.cursor.bool('whether there are children') ? readNodes(stream, 'children') : [];
}

export function readGroup(stream: ObjectStream): OsgGroup {
  const node = readNodeFields(stream);
  return { kind: 'Group', ...node, children: readChildren(stream) };
}

function readPair(stream: ObjectStream, what: string): [number, number] {
  return [stream.cursor.f32(what), stream.cursor.f32(what)];
}

function readRanges(stream: ObjectStream): LodRanges {
  const { cursor } = stream;
  const centerMode = cursor.i32('the centre mode');
  let center: [number, number, number] | undefined;
  let radius = -1;
  if (cursor.bool('whether there is a centre')) {
    center = [cursor.f64('the centre'), cursor.f64('the centre'), cursor.f64('the centre')];
    radius = cursor.f64('the radius');
  }
  const at = cursor.offset;
  const mode = cursor.i32('the range mode');
  if (mode !== 0 && mode !== 1) cursor.misaligned('the range mode', at, String(mode));
  let ranges: [number, number][] = [];
  if (cursor.bool('whether there are ranges')) {
    const count = cursor.count(8, 'ranges');
    ranges = stream.block('ranges', () => Array.from({ length: count }, () => readPair(stream, 'a range')));
  }
  return {
    rangeMode: mode === 1 ? 'pixels' : 'distance',
    center: centerMode === 0 ? undefined : center,
    radius,
    ranges,
  };
}

export function readLod(stream: ObjectStream): OsgLod {
  const node = readNodeFields(stream);
  const children = readChildren(stream);
  return { kind: 'LOD', ...node, ...readRanges(stream), children };
}

/** osg::PagedLOD is written as Object, Node, LOD, PagedLOD: its children are not a Group's. */
export function readPagedLod(stream: ObjectStream): OsgPagedLod {
  const { cursor } = stream;
  const node = readNodeFields(stream);
  const ranges = readRanges(stream);
  let databasePath: string | undefined;
  if (cursor.bool('whether there is a database path') && cursor.bool('whether the database path is set')) {
    databasePath = cursor.string('the database path');
  }
  if (stream.version < 70) cursor.u32('the frame number');
  cursor.u32('the number of children that cannot expire');
  cursor.bool('whether paging is disabled');
  let files: string[] = [];
  if (cursor.bool('whether there is a list of files')) {
    const names = cursor.count(4, 'file names');
    files = stream.block('file names', () => Array.from({ length: names }, () => cursor.string('a file name')));
    const priorities = cursor.count(8, 'priorities');
    stream.block('priorities', () => cursor.take(priorities * 8, 'priorities'));
  }
  const children = cursor.bool('whether there are inline children') ? readNodes(stream, INLINE_CHILDREN) : [];
  return { kind: 'PagedLOD', ...node, ...ranges, databasePath, files, children };
}

export function readGeode(stream: ObjectStream): OsgGeode {
  const node = readNodeFields(stream);
  const drawables: OsgGeode['drawables'][number][] = [];
  if (stream.cursor.bool('whether there are drawables')) {
    for (const object of stream.objects('drawables', true)) {
      if (object === undefined) continue;
      if (object.kind === 'Geometry' || object.kind === 'Skipped') drawables.push(object);
      else stream.wrongClass(object, 'osg::Geometry');
    }
  }
  return { kind: 'Geode', ...node, drawables };
}
