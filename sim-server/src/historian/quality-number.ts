import type { Quality } from '../contract/index.ts';

const qualities: readonly Quality[] = ['good', 'uncertain', 'bad'];

/** A quality as it rests in the database, and back. */
export const numberOfQuality = (quality: Quality): number => qualities.indexOf(quality);
export const qualityOf = (number: number): Quality => qualities[number] ?? 'bad';
