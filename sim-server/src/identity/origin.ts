import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from our own pages, by Sec-Fetch-Site and Origin, which no script of another site can forge
 * (ASVS 5.0, 3.5.1). Programs that are not browsers send neither; they hold no cookie of anyone else's.
 * `publicOrigin` is the address in front of a proxy, such as `https://twin.example`.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicOrigin?: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.origin;
  if (origin === undefined) return true;
  if (publicOrigin !== undefined && origin === publicOrigin) return true;
  const url = URL.parse(origin);
  return url !== null && url.protocol === 'http:' && url.host === headers.host;
}
