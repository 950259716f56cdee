import type { Site } from '@upwind/scenes';

/** What of a site a drill is built from. */
export type SitePlan = Pick<Site, 'elements' | 'extent'>;
