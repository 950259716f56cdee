import { describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

describe('passwords', () => {
  test('the right one is known again, another one is not, and no two hashes are alike', async () => {
    const [first, second] = await Promise.all([hashPassword('upwind-演示'), hashPassword('upwind-演示')]);
    expect(first).not.toBe(second);
    expect(first).toMatch(/^scrypt\$ln=15,r=8,p=3\$/);
    expect(await verifyPassword('upwind-演示', first)).toBe(true);
    expect(await verifyPassword('upwind-演示 ', first)).toBe(false);
  });

  test('nobody logs in where there is no hash, or one that is none', async () => {
    expect(await verifyPassword('', undefined)).toBe(false);
    expect(await verifyPassword('x', 'plain')).toBe(false);
  });
});
