import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../root.ts';
import { readSettings } from './settings.ts';

test('without any variable everything is embedded, on this machine only', () => {
  expect(readSettings({})).toEqual({
    home: join(root, '.upwind'),
    host: '127.0.0.1',
    port: 8460,
    mqttPort: 18_830,
    demo: true,
  });
});

test('addresses of real servers replace the embedded parts', () => {
  const settings = readSettings({
    DATABASE_URL: 'postgres://someone:secret@db/upwind',
    MQTT_URL: 'mqtts://broker:8883',
    REDIS_URL: 'redis://cache',
    UPWIND_DEMO: '0',
    UPWIND_PORT: '9000',
    UPWIND_HOME: '/srv/upwind',
  });
  expect(settings).toMatchObject({
    databaseUrl: 'postgres://someone:secret@db/upwind',
    mqttUrl: 'mqtts://broker:8883',
    redisUrl: 'redis://cache',
    demo: false,
    port: 9000,
    home: '/srv/upwind',
  });
});

test('a variable that is set to nothing counts as unset', () => {
  expect(readSettings({ DATABASE_URL: '', UPWIND_PORT: ' ' })).toEqual(readSettings({}));
});

describe('a value that makes no sense is named with what to give instead', () => {
  test.each([
    [{ UPWIND_PORT: '80a' }, 'UPWIND_PORT is "80a", which is not a port. Give a number from 1 to 65535.'],
    [{ UPWIND_MQTT_PORT: '70000' }, 'UPWIND_MQTT_PORT is "70000"'],
    [{ UPWIND_DEMO: 'yes' }, 'UPWIND_DEMO is "yes". Give 1 or 0.'],
    [{ MQTT_URL: 'broker:1883' }, 'MQTT_URL is not an address. Give one such as mqtt://host:port'],
  ])('%o', (environment, sentence) => {
    expect(() => readSettings(environment)).toThrow(sentence);
  });

  test('and a password is not repeated', () => {
    const environment = { DATABASE_URL: 'mysql://me:secret@db' };
    expect(() => readSettings(environment)).toThrow(/^DATABASE_URL is not an address/);
    expect(() => readSettings(environment)).not.toThrow(/secret/);
  });
});
