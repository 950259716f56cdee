import { describe, expect, test } from 'vitest';
import { PlantError, type PlantErrorCode } from './errors.ts';
import { readOptions } from './options.ts';

describe('options', () => {
  test('without any, the demo park is published to the local broker at each point’s own rate', () => {
    const options = readOptions([], {});
    expect(options.mqttUrl).toBe('mqtt://127.0.0.1:18830');
    expect(options.site.id).toBe('chemical-park');
    expect(options).toMatchObject({ account: undefined, scenario: undefined, periodMs: undefined, seed: 1 });
  });

  test('takes a rate, a scenario, a seed and an account', () => {
    const options = readOptions(['--rate', '10hz', '--scenario', 'chlorine-leak', '--seed', '7'], {
      MQTT_URL: 'mqtts://broker.example:8883',
      UPWIND_MQTT_USER: 'plant',
      UPWIND_MQTT_PASSWORD: 'secret',
    });
    expect(options).toMatchObject({ periodMs: 100, seed: 7, account: { user: 'plant', password: 'secret' } });
    expect(options.scenario?.name).toBe('chlorine-leak');
  });

  const refusals: [PlantErrorCode, string[], NodeJS.ProcessEnv, RegExp][] = [
    ['UPW_PLANT_OPTION', ['--rate', '11hz'], {}, /--rate 11hz is not a rate from 0\.01hz to 10hz/],
    ['UPW_PLANT_OPTION', ['--rate', 'fast'], {}, /--rate fast is not a rate/],
    ['UPW_PLANT_OPTION', ['--seed', '1.5'], {}, /--seed 1\.5 is not a whole number/],
    ['UPW_PLANT_OPTION', ['--speed', '2'], {}, /Usage: node sim-server\/demo\/plant\.ts/],
    ['UPW_PLANT_OPTION', [], { MQTT_URL: '127.0.0.1' }, /MQTT_URL is "127\.0\.0\.1", which is not the address/],
    ['UPW_PLANT_SITE', [], { UPWIND_SITE: 'moon' }, /UPWIND_SITE is "moon".*choose one of chemical-park/],
    [
      'UPW_PLANT_SCENARIO',
      ['--scenario', 'toString'],
      {},
      /--scenario toString is not known: choose one of chlorine-leak/,
    ],
  ];

  test.each(refusals)('%s %j %j', (code, argv, environment, message) => {
    expect(() => readOptions(argv, environment)).toThrow(message);
    try {
      readOptions(argv, environment);
    } catch (error) {
      expect(error instanceof PlantError && error.code).toBe(code);
    }
  });
});
