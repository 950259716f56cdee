import type { Incident, RuleProfile } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import type { EngineThread } from '../../incidents/engine-thread.ts';
import type { DrillAir } from './air.ts';
import { ComputedAir } from './computed-air.ts';

/** Runs the incident of a drill in the server's engine. Rejects with an EngineError. */
export async function openAir(
  engine: EngineThread,
  site: Site,
  incident: Incident,
  profile: RuleProfile,
): Promise<DrillAir> {
  return new ComputedAir(await engine.run(site, incident), incident, profile);
}
