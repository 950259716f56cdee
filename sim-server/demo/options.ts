import { parseArgs } from 'node:util';
import { demoSites, type Site } from '@upwind/scenes';
import { PlantError } from './errors.ts';
import type { ScenarioMaker } from './scenarios/scenario.ts';
import { scenarios } from './scenarios/scenarios.ts';

export interface Options {
  mqttUrl: string;
  account: { user: string; password: string } | undefined;
  site: Site;
  seed: number;
  scenario: { name: string; make: ScenarioMaker } | undefined;
  /** Period of every point, ms; without it each point keeps its own. */
  periodMs: number | undefined;
}

export const usage = `Usage: node sim-server/demo/plant.ts [--scenario <name>] [--rate <n>hz] [--seed <n>]
  --scenario  ${Object.keys(scenarios).join(', ')}
  --rate      every point at this rate, at most 10hz; without it each point at its own
  --seed      another plant of the same kind; without it 1
Environment: MQTT_URL (mqtt://127.0.0.1:18830), UPWIND_SITE (chemical-park), UPWIND_MQTT_USER, UPWIND_MQTT_PASSWORD`;

/** Reads the command line and the environment. Throws {@link PlantError} with one sentence. */
export function readOptions(argv: readonly string[], environment: NodeJS.ProcessEnv): Options {
  const values = parsed(argv);
  return {
    mqttUrl: mqttUrl(environment['MQTT_URL'] || 'mqtt://127.0.0.1:18830'),
    account: account(environment['UPWIND_MQTT_USER'], environment['UPWIND_MQTT_PASSWORD']),
    site: site(environment['UPWIND_SITE'] || 'chemical-park'),
    seed: seed(values.seed ?? '1'),
    scenario: values.scenario === undefined ? undefined : scenario(values.scenario),
    periodMs: values.rate === undefined ? undefined : period(values.rate),
  };
}

function parsed(argv: readonly string[]) {
  try {
    const options = { scenario: { type: 'string' }, rate: { type: 'string' }, seed: { type: 'string' } } as const;
    return parseArgs({ args: [...argv], options, allowPositionals: false }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlantError('UPW_PLANT_OPTION', `${reason}\n${usage}`);
  }
}

function mqttUrl(text: string): string {
  const url = URL.parse(text);
  if (url !== null && ['mqtt:', 'mqtts:', 'ws:', 'wss:'].includes(url.protocol) && url.hostname !== '') return text;
  throw new PlantError(
    'UPW_PLANT_OPTION',
    `MQTT_URL is "${text}", which is not the address of a broker: give one like mqtt://127.0.0.1:18830.`,
  );
}

function account(user: string | undefined, password: string | undefined) {
  if (!user) return undefined;
  return { user, password: password ?? '' };
}

function site(id: string): Site {
  const found = demoSites.find((candidate) => candidate.id === id);
  if (found) return found;
  const known = demoSites.map((candidate) => candidate.id).join(', ');
  throw new PlantError('UPW_PLANT_SITE', `UPWIND_SITE is "${id}", which is no demo site: choose one of ${known}.`);
}

function scenario(name: string) {
  const make = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (make) return { name, make };
  const known = Object.keys(scenarios).join(', ');
  throw new PlantError('UPW_PLANT_SCENARIO', `--scenario ${name} is not known: choose one of ${known}.`);
}

function seed(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff) return value;
  throw new PlantError('UPW_PLANT_OPTION', `--seed ${text} is not a whole number from 0 to 4294967295: give one.`);
}

function period(text: string): number {
  const hertz = Number(/^([0-9.]+)hz$/i.exec(text)?.[1]);
  if (hertz >= 0.01 && hertz <= 10) return Math.round(1000 / hertz);
  throw new PlantError('UPW_PLANT_OPTION', `--rate ${text} is not a rate from 0.01hz to 10hz: give one like 10hz.`);
}
