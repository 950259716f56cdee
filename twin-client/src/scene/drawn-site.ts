import type { Site } from '@upwind/scenes';

/** What the scene needs of a site: any kind of it, also one of which nothing but a reality mesh is known. */
export type DrawnSite = Omit<Site, 'kind'>;
