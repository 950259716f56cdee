import { centreOf, type Element, type Point, type Site } from '@upwind/scenes';
import { presence } from '../excursions/excursion.ts';
import type { Moment } from '../process/moment.ts';
import type { Scenario } from './scenario.ts';

/** It begins half a minute after the plant, grows for three, lasts ten, and is stopped within two. */
const course = { point: '', fromS: 30, riseS: 180, stayS: 600, fallS: 120, top: 1 };

/** Litres in a mole of air at 20 °C and 101 325 Pa. */
const litresPerMole = 24.055;

interface LeakPlan {
  chemical: string;
  molarMassGPerMol: number;
  kgPerS: number;
}

/**
 * A vessel leaks: detectors of its chemical show a passive plume with the wind of the moment, wide enough for what a
 * plant's obstacles do to it (σy and σz of Briggs 1973 for open country, class D, with 3 m of initial spread). Detectors
 * beside the vessel notice it in any wind.
 */
export function leak({ chemical, molarMassGPerMol, kgPerS }: LeakPlan) {
  return (site: Site): Scenario => {
    const vessel = fullest(site, chemical);
    return {
      advance: () => undefined,
      change(point, value, moment) {
        if (vessel === undefined || point.quantity !== 'gas-concentration' || point.chemical !== chemical) return value;
        const kgPerM3 = kgPerS * presence(course, moment.elapsedS) * dilution(vessel, point, moment);
        return value + (kgPerM3 * 1e6 * litresPerMole) / molarMassGPerMol;
      },
    };
  };
}

/** Concentration per release rate, s/m³. */
function dilution(vessel: Element, point: Point, { wind }: Moment): number {
  const [x, y] = centreOf(vessel);
  const towards = ((wind.carriedDeg + 180) * Math.PI) / 180;
  const east = point.at[0] - x;
  const north = point.at[1] - y;
  const along = east * Math.sin(towards) + north * Math.cos(towards);
  const across = east * Math.cos(towards) - north * Math.sin(towards);
  const near = Math.exp(-Math.hypot(east, north) / 8) / (60 * wind.speedMPerS);
  if (along <= 0) return near;
  const sigmaY = 3 + (0.08 * along) / Math.sqrt(1 + 0.0001 * along);
  const sigmaZ = 3 + (0.06 * along) / Math.sqrt(1 + 0.0015 * along);
  return near + Math.exp(-0.5 * (across / sigmaY) ** 2) / (Math.PI * wind.speedMPerS * sigmaY * sigmaZ);
}

function fullest(site: Site, chemical: string): Element | undefined {
  return site.elements
    .filter(({ contents }) => contents?.chemical === chemical && contents.phase === 'liquefied-gas')
    .sort((one, other) => (other.contents?.inventoryKg ?? 0) - (one.contents?.inventoryKg ?? 0))[0];
}
