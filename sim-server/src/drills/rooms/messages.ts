import type { ActMessage } from '../../contract/index.ts';

/** `ready`: true or false; without a word it means yes. */
export function readReady(message: unknown): boolean | undefined {
  if (message === undefined || message === null) return true;
  return typeof message === 'boolean' ? message : undefined;
}

export function readAct(message: unknown): ActMessage | undefined {
  if (typeof message !== 'object' || message === null || !('action' in message)) return undefined;
  const { action } = message;
  return typeof action === 'string' && action.length <= 64 ? { action } : undefined;
}
