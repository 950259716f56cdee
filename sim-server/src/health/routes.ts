import type { HealthAnswer } from '../contract/index.ts';
import type { Database } from '../database/database.ts';
import type { Application } from '../http/application.ts';
import type { SampleBus } from '../telemetry/sample-bus.ts';

export interface HealthPorts {
  readonly version: string;
  readonly database: Database;
  readonly bus: () => SampleBus | undefined;
  readonly roomsOpen: () => boolean;
}

/** Whether the server and what it stands on work; open to everyone, says nothing of the plant. */
export async function healthRoutes(app: Application, ports: HealthPorts): Promise<void> {
  app.get('/api/health', { config: { access: 'everyone' } }, async (): Promise<HealthAnswer> => {
    const parts: HealthAnswer['parts'] = {
      database: (await ports.database.answers()) ? 'ok' : 'down',
      broker: ports.bus()?.connected === true ? 'ok' : 'down',
      rooms: ports.roomsOpen() ? 'ok' : 'down',
    };
    const status = Object.values(parts).includes('down') ? 'degraded' : 'ok';
    return { status, version: ports.version, parts };
  });
}
