import { describe, expect, test } from 'vitest';
import { isOwnOrigin } from './origin.ts';

const host = '127.0.0.1:8460';

describe('where a request comes from', () => {
  test('our own pages and programs that are no browsers may', () => {
    expect(isOwnOrigin({ host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(isOwnOrigin({ host })).toBe(true);
  });

  test('behind a proxy with TLS its address may', () => {
    const headers = { host, origin: 'https://twin.example' };
    expect(isOwnOrigin(headers)).toBe(false);
    expect(isOwnOrigin(headers, 'https://twin.example')).toBe(true);
  });

  test.each([
    { host, origin: 'http://evil.example' },
    { host, origin: 'null' },
    { host, origin: `https://${host}` },
    { host, origin: `http://${host}.evil.example` },
    { host, origin: 'http://127.0.0.1:8461' },
    { host, 'sec-fetch-site': 'cross-site' },
    { host, origin: `http://${host}`, 'sec-fetch-site': 'same-site' },
    { origin: 'http://' },
  ])('other websites may not: %j', (headers) => {
    expect(isOwnOrigin(headers)).toBe(false);
  });
});
