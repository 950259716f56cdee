import { assetError } from '../errors.ts';

/** @throws AssetError UPW_ASSET_ABORTED once the signal is given */
export function stopIfAsked(delivery: string, signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw assetError('UPW_ASSET_ABORTED', { path: delivery });
}
