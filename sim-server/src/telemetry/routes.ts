import type { IntakeAnswer } from '../contract/index.ts';
import type { Application } from '../http/application.ts';
import type { Intake } from './intake.ts';

/** What came in and what was refused, for those who look after the devices. */
export async function telemetryRoutes(app: Application, { intake }: { readonly intake: Intake }): Promise<void> {
  app.get(
    '/api/intake',
    { config: { access: ['administrator', 'park-manager'] } },
    async (): Promise<IntakeAnswer> => intake.answer(),
  );
}
