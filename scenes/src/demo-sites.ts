import { chemicalPark } from './chemical-park/chemical-park.ts';
import type { Site } from './site/site.ts';

/** The sites that come with the product, as data. */
export const demoSites: readonly Site[] = [chemicalPark];
