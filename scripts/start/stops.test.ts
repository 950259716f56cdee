import { expect, test } from 'vitest';
import { openStops } from './stops.ts';

test('what was started last is stopped first, each once', async () => {
  const stopped: string[] = [];
  const stops = openStops();
  for (const name of ['database', 'server', 'plant']) {
    stops.add(async () => {
      stopped.push(name);
    });
  }
  await Promise.all([stops.run(), stops.run()]);
  expect(stopped).toEqual(['plant', 'server', 'database']);
});

test('what comes up while stopping is stopped too', async () => {
  const stopped: string[] = [];
  const stops = openStops();
  expect(stops.begun).toBe(false);
  await stops.run();
  stops.add(async () => {
    stopped.push('late');
  });
  await stops.run();
  expect(stopped).toEqual(['late']);
  expect(stops.begun).toBe(true);
});
