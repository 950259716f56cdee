import { pow } from '../../arithmetic/power.ts';
import { gravity } from '../../constants.ts';
import { karman } from '../../weather/similarity.ts';

/** Front of a gravity current: speed over √(g′H) (van Ulden 1974, 1984; Spicer & Havens 1987; range published 0.9–1.4). */
export const frontFroude = 1.15;
/** Air taken in at the front of a collapsing puff, over front speed (Spicer & Havens 1987: 0.59; range 0.3–0.9). */
export const frontEntrainment = 0.59;
/** Air taken in by the shear of a free jet, over excess speed of a top hat (Ricou & Spalding 1961: 0.08). */
export const jetEntrainment = 0.08;

/** Conductivity of air, W/(m K), and 1/(ν a) of its natural convection, s²/m⁴, near −50 °C (Incropera & DeWitt, table A.4). */
const conductivity = 0.02;
const inverseViscousThermal = 1 / (1.05e-5 * 1.45e-5);

/**
 * Heat from the ground into a cold cloud, W/m². Forced: ρ cp (u*²/U) Pr^(−2/3) ΔT (Colburn 1933); free:
 * Nu = 0.14 Ra^⅓ (McAdams 1954); together the root of the sum of cubes (Churchill 1977).
 */
export function groundHeat(
  groundK: number,
  cloudK: number,
  densityKgPerM3: number,
  heatJPerKgK: number,
  frictionVelocity: number,
  windMPerS: number,
): number {
  const warmer = groundK - cloudK;
  if (warmer <= 0) return 0;
  const forced = (1.25 * densityKgPerM3 * heatJPerKgK * frictionVelocity * frictionVelocity) / Math.max(0.1, windMPerS);
  const free = 0.14 * conductivity * pow((gravity * warmer * inverseViscousThermal) / cloudK, 1 / 3);
  return warmer * pow(forced * forced * forced + free * free * free, 1 / 3);
}

/** Square of the turbulent speed under a heated cloud: u*² + ¼ w*² (Zeman & Tennekes 1977; Spicer & Havens 1987). */
export function turbulentSquare(
  frictionVelocity: number,
  heatWPerM2: number,
  depthM: number,
  densityKgPerM3: number,
  heatJPerKgK: number,
  cloudK: number,
): number {
  const own = frictionVelocity * frictionVelocity;
  if (heatWPerM2 <= 0) return own;
  const cube = (gravity * heatWPerM2 * depthM) / (densityKgPerM3 * heatJPerKgK * cloudK);
  return own + 0.25 * pow(cube, 2 / 3);
}

/**
 * Speed at which turbulence mixes air into the top of a cloud, m/s: `growth`·κu/φ. With the ambient φh this is the flux
 * of the diffusion equation; a heavy cloud damps it by √(1 + 0.8 Ri) (Colenbrander & Puttock 1983, Witlox 1994, fitted to
 * Lofquist 1960, Kantha, Phillips & Azad 1977 and McQuaid 1976), Ri = g(ρ − ρa)H/(ρa u²); stable air adds its own
 * φh − 1. A cloud that has become light mixes as passive gas does: the heat that makes it light is in `turbulence`
 * already, and to strengthen the mixing by Ri < 0 as well (Spicer & Havens 1987) would count it twice.
 */
export function topEntrainment(
  turbulence: number,
  richardson: number,
  ambientGradient: number,
  growth: number,
): number {
  return (karman * turbulence * growth) / damping(richardson, ambientGradient);
}

function damping(richardson: number, ambientGradient: number): number {
  return Math.sqrt(1 + 0.8 * Math.max(0, richardson)) + ambientGradient - 1;
}

/**
 * φh for a mean shorter than 10 minutes. What convection adds to the mixing comes from eddies as deep as the mixing layer
 * that take minutes to turn: within seconds they move the cloud up and down and do not dilute it, as they move it
 * sideways. So their part is cut by the same share as the crosswind spread.
 */
export function meanGradient(ambientGradient: number, spreadShare: number): number {
  return ambientGradient >= 1 ? ambientGradient : 1 / (1 + spreadShare * (1 / ambientGradient - 1));
}

/** d ln φ/d ln z of √(1 + 0.8 Ri), Ri growing with height: from 0 of passive gas to ½ of a very heavy cloud. */
export function stratification(richardson: number): number {
  return richardson <= 0 ? 0 : (0.4 * richardson) / (1 + 0.8 * richardson);
}

/**
 * Air taken in at the top of a layer that moves through the air, over the excess of its speed:
 * (0.08 − 0.1 Ri)/(1 + 5 Ri), 0 beyond Ri = 0.8 (Ellison & Turner 1959 as fitted by Turner 1986), Ri = g′H/ΔU².
 */
export function shearEntrainment(richardson: number): number {
  const ri = Math.max(0, richardson);
  return Math.max(0, (0.08 - 0.1 * ri) / (1 + 5 * ri));
}
