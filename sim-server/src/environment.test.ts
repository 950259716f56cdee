import { describe, expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

const DATABASE_URL = 'postgres://upwind@127.0.0.1:5432/upwind';

describe('the environment', () => {
  test('has defaults for all but the database', () => {
    expect(readEnvironment({ DATABASE_URL })).toMatchObject({
      host: '127.0.0.1',
      port: 8460,
      mqttHost: '127.0.0.1',
      mqttPort: 18_830,
      demo: false,
      mqttUrl: undefined,
      redisUrl: undefined,
      mqttAccount: undefined,
      publicOrigin: undefined,
    });
    expect(() => readEnvironment({})).toThrow(/DATABASE_URL is not set/);
  });

  test.each([
    [{ UPWIND_PORT: 'http' }, /UPWIND_PORT is "http"/],
    [{ UPWIND_PORT: '70000' }, /UPWIND_PORT is "70000"/],
    [{ UPWIND_MQTT_USER: 'plant' }, /only one is set/],
    [{ UPWIND_PUBLIC_URL: 'twin' }, /UPWIND_PUBLIC_URL is "twin"/],
  ])('%j makes no sense and is said so', (variables, sentence) => {
    expect(() => readEnvironment({ DATABASE_URL, ...variables })).toThrow(sentence);
  });
});
