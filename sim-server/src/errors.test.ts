import { describe, expect, test } from 'vitest';
import { errorCodes, ServerError } from './errors.ts';

describe('the error table', () => {
  test('every code has one prefix and every sentence says what to do', () => {
    for (const code of errorCodes) {
      expect(code).toMatch(/^UPW_[A-Z_]+$/);
      const { message, status } = new ServerError(code);
      expect(message, code).toMatch(/^[A-Z].*[.)]$/);
      expect(status, code).toBeGreaterThanOrEqual(400);
    }
  });

  test('parameters go into the sentence', () => {
    const error = new ServerError('UPW_SITE_UNKNOWN', { parameters: { site: 'park' } });
    expect(error.message).toBe('There is no site park. Fetch the list of sites again.');
    expect(error.parameters).toEqual({ site: 'park' });
  });
});
