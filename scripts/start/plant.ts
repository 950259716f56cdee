import { join } from 'node:path';
import { openLog } from './log-file.ts';
import { lastLines, startPart } from './part.ts';
import type { Stops } from './stops.ts';

const graceMs = 2_000;

/** Starts the demo plant, which publishes the park's points. Without it everything goes on, so its end is only told. */
export function startPlant(home: string, mqttUrl: string, tell: (line: string) => void, stops: Stops): void {
  const log = openLog(join(home, 'logs', 'plant.log'));
  const plant = startPart({
    name: 'the demo plant',
    args: ['sim-server/demo/plant.ts'],
    env: { MQTT_URL: mqttUrl },
    log,
  });
  stops.add(() => plant.stop(graceMs));
  void plant.ended.then(({ how }) => {
    if (stops.begun) return;
    tell(`The demo plant ended by itself (${how}): values stay as they are. Last lines:\n${lastLines(log)}`);
    tell('Everything else goes on. Stop with Ctrl-C and start again to have the plant back.');
  });
}
