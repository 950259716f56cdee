/** As much of a glb as tests look at. */
export interface ReadGlb {
  readonly json: {
    readonly nodes: readonly { readonly translation: readonly [number, number, number] }[];
    readonly meshes: readonly {
      readonly primitives: readonly {
        readonly attributes: { readonly POSITION: number; readonly TEXCOORD_0?: number };
        readonly indices: number;
        readonly material: number;
      }[];
    }[];
    readonly materials: readonly object[];
    readonly images?: readonly { readonly bufferView: number; readonly mimeType: string }[];
    readonly accessors: readonly { readonly bufferView: number; readonly componentType: number }[];
    readonly bufferViews: readonly { readonly byteOffset: number; readonly byteLength: number }[];
  };
  readonly view: (bufferView: number) => Uint8Array;
  readonly floats: (accessor: number) => Float32Array;
}

export function readGlb(bytes: Uint8Array): ReadGlb {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const jsonLength = view.getUint32(12, true);
  const json = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + jsonLength))) as ReadGlb['json'];
  const binary = bytes.subarray(20 + jsonLength + 8);
  const read = (index: number) => {
    const { byteOffset = 0, byteLength = 0 } = json.bufferViews[index] ?? {};
    return binary.subarray(byteOffset, byteOffset + byteLength);
  };
  return {
    json,
    view: read,
    floats: (accessor) => new Float32Array(Uint8Array.from(read(json.accessors[accessor]?.bufferView ?? -1)).buffer),
  };
}
