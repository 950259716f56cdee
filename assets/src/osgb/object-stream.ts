import { assetError } from '../errors.ts';
import type { ByteCursor } from './byte-cursor.ts';
import type { OsgbHeader } from './header.ts';
import type { OsgbLimits } from './limits.ts';
import type { OsgObject, OsgSkipped } from './scene.ts';

/** Reads the fields of one class from where the stream stands. */
export type FieldReader = (stream: ObjectStream) => OsgObject;

/**
 * The objects of a file: class name, block, identity. An identity seen before means the same object again, with no
 * fields following, which is how textures and arrays are shared.
 */
export class ObjectStream {
  readonly version: number;
  readonly cursor: ByteCursor;
  readonly skipped: OsgSkipped[] = [];
  readonly #brackets: boolean;
  readonly #limits: OsgbLimits;
  readonly #classes: ReadonlyMap<string, FieldReader>;
  readonly #objects = new Map<number, OsgObject>();
  /** identities whose fields are being read: naming one of these again would be a circle */
  readonly #open = new Set<number>();
  #depth = 0;
  #count = 0;

  constructor(header: OsgbHeader, cursor: ByteCursor, classes: ReadonlyMap<string, FieldReader>, limits: OsgbLimits) {
    this.version = header.version;
    this.#brackets = header.brackets;
    this.cursor = cursor;
    this.#classes = classes;
    this.#limits = limits;
  }

  get file(): string {
    return this.cursor.file;
  }

  /** What stands between `{` and `}`. With sizes in the file, the reading must end exactly where they say. */
  block<T>(what: string, read: () => T): T {
    const end = this.#openBlock(what);
    const value = read();
    const { offset } = this.cursor;
    if (end !== undefined && offset !== end) {
      this.cursor.misaligned(`the end of ${what}`, offset, `${Math.abs(end - offset)} bytes off the size in the file`);
    }
    return value;
  }

  #openBlock(what: string): number | undefined {
    if (!this.#brackets) return undefined;
    const start = this.cursor.offset;
    const size = this.version > 148 ? this.cursor.u64(`the size of ${what}`) : this.cursor.u32(`the size of ${what}`);
    const used = this.cursor.offset - start;
    if (size < used) this.cursor.misaligned(`the size of ${what}`, start, String(size));
    if (size - used > this.cursor.remaining) this.cursor.take(size - used, what);
    return start + size;
  }

  /** One object, or nothing for the class "NULL". */
  object(what: string): OsgObject | undefined {
    const { offset } = this.cursor;
    const className = this.cursor.string(`the class of ${what}`);
    if (className === 'NULL') return undefined;
    const readFields = this.#classes.get(className);
    if (readFields === undefined) return this.#skip(className, offset);
    return this.block(className, () => {
      const id = this.cursor.u32(`the id of ${what}`);
      return this.identified(id, className, offset, () => readFields(this));
    });
  }

  /** The object of an identity: read now, or met before. */
  identified(id: number, className: string, offset: number, read: () => OsgObject): OsgObject {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    if (this.#open.has(id)) this.cursor.misaligned(`the id of ${className}`, offset, `${id}, which contains it`);
    this.#enter(offset);
    this.#open.add(id);
    const object = read();
    this.#open.delete(id);
    this.#depth--;
    this.#objects.set(id, object);
    return object;
  }

  #enter(offset: number): void {
    const { depth, objects } = this.#limits;
    if (++this.#depth > depth) throw assetError('UPW_ASSET_OSGB_TOO_DEEP', { file: this.file, limit: depth, offset });
    if (++this.#count > objects) {
      throw assetError('UPW_ASSET_OSGB_TOO_MANY', {
        file: this.file,
        what: 'the number of objects',
        offset,
        limit: objects,
      });
    }
  }

  #skip(className: string, offset: number): OsgSkipped {
    if (!/^\w[\w:]*$/.test(className)) this.cursor.misaligned('a class name', offset, JSON.stringify(className));
    const end = this.#openBlock(className);
    if (end === undefined) throw assetError('UPW_ASSET_OSGB_UNKNOWN_CLASS', { file: this.file, className, offset });
    this.cursor.take(end - this.cursor.offset, className);
    const skipped: OsgSkipped = { kind: 'Skipped', className, offset };
    this.skipped.push(skipped);
    return skipped;
  }

  /** A bool, then an object if true. */
  optionalObject(what: string): OsgObject | undefined {
    return this.cursor.bool(`whether there is ${what}`) ? this.object(what) : undefined;
  }

  /** A count, then that many objects in a block. */
  objects(what: string, block: boolean): (OsgObject | undefined)[] {
    const count = this.cursor.count(4, what);
    const read = () => Array.from({ length: count }, () => this.object(what));
    return block ? this.block(what, read) : read();
  }

  wrongClass(found: OsgObject, expected: string): never {
    throw assetError('UPW_ASSET_OSGB_WRONG_CLASS', {
      file: this.file,
      offset: this.cursor.offset,
      className: found.kind === 'Skipped' ? found.className : found.kind,
      expected,
    });
  }
}
