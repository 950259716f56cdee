import { createRequire } from 'node:module';

interface ValidatorReport {
  readonly issues: {
    readonly numErrors: number;
    readonly numWarnings: number;
    readonly messages: readonly { readonly code: string; readonly severity: number; readonly message: string }[];
  };
}

interface GltfValidator {
  validateBytes(bytes: Uint8Array, options?: object): Promise<ValidatorReport>;
}

// The package has neither types nor an ES module that Node can load.
const validator = createRequire(import.meta.url)('gltf-validator') as GltfValidator;

/** Khronos' glTF validator: its errors and warnings, as sentences. */
export async function gltfFaults(bytes: Uint8Array): Promise<string[]> {
  const { issues } = await validator.validateBytes(bytes, { maxIssues: 100 });
  return issues.messages.filter(({ severity }) => severity < 2).map(({ code, message }) => `${code}: ${message}`);
}
