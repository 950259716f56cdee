export {
  type DemoDelivery,
  type DemoDeliveryOptions,
  makeDemoDelivery,
} from './demo/delivery/make-demo-delivery.ts';
export { AssetError, type AssetErrorCode, assetErrors } from './errors.ts';
export type { IngestCounts } from './ingest/counts.ts';
export { type IngestOptions, type IngestReport, ingest } from './ingest/ingest.ts';
export type { RealityMeshManifest } from './ingest/manifest.ts';
export type { IngestProgress } from './ingest/progress.ts';
