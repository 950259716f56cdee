import { describe, expect, test } from 'vitest';
import { LoginLimit } from './login-limit.ts';

const fail = (limit: LoginLimit, times: number, account: string, address: string, now: number) => {
  for (let i = 0; i < times; i += 1) limit.failed(account, address, now);
};

describe('wrong log-ins', () => {
  test('five are free, then the account waits, longer each time', () => {
    const limit = new LoginLimit();
    fail(limit, 4, 'manager', '10.0.0.1', 0);
    expect(limit.waitMs('manager', '10.0.0.1', 0)).toBe(0);
    fail(limit, 1, 'Manager', '10.0.0.1', 0);
    expect(limit.waitMs('manager', '10.0.0.2', 0)).toBe(15_000);
    fail(limit, 1, 'manager', '10.0.0.1', 15_000);
    expect(limit.waitMs('manager', '10.0.0.1', 15_000)).toBe(30_000);
  });

  test('one address that tries many accounts waits as well', () => {
    const limit = new LoginLimit();
    for (let i = 0; i < 20; i += 1) limit.failed(`person${i}`, '10.0.0.1', 0);
    expect(limit.waitMs('someone', '10.0.0.1', 0)).toBeGreaterThan(0);
    expect(limit.waitMs('someone', '10.0.0.2', 0)).toBe(0);
  });

  test('nobody is locked out for ever', () => {
    const limit = new LoginLimit();
    fail(limit, 50, 'manager', '10.0.0.1', 0);
    expect(limit.waitMs('manager', '10.0.0.1', 0)).toBe(15 * 60_000);
    expect(limit.waitMs('manager', '10.0.0.1', 15 * 60_000)).toBe(0);
    fail(limit, 1, 'manager', '10.0.0.1', 17 * 60_000);
    expect(limit.waitMs('manager', '10.0.0.1', 17 * 60_000)).toBe(0);
  });

  test('a right password clears the account', () => {
    const limit = new LoginLimit();
    fail(limit, 5, 'manager', '10.0.0.1', 0);
    limit.succeeded('manager');
    expect(limit.waitMs('manager', '10.0.0.2', 0)).toBe(0);
  });
});
