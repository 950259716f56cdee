import type { Chemical } from '../chemicals/chemical.ts';
import { heatCapacityRatio } from '../chemicals/properties.ts';
import { gravity } from '../constants.ts';
import type { Emitter, Escape } from './emitter.ts';
import { boilingAt, type ExitState, liquidEnthalpy, vapourEnthalpy } from './exit-state.ts';
import { gasVessel } from './gas-vessel.ts';
import { swellVoid } from './level-swell.ts';
import { liquidHeat } from './liquid-heat.ts';
import { criticalRatio, flashingFlux, gasDischarge, gasFlux, liquidDischarge } from './orifice.ts';
import { liquidMass, type SaturationState, saturationState } from './saturation-state.ts';
import { mixtureVolume, omegaCriticalRatio, omegaFlux, omegaOf, type SaturatedMixture } from './two-phase.ts';
import { levelOf, surfaceArea, type VesselGeometry, wettedHole } from './vessel-shape.ts';

/** A liquid and its vapour in a closed vessel with a hole. */
export interface LiquefiedCharge {
  readonly temperatureK: number;
  /** Pressure above that of the vapour, of a gas that was pressed in, Pa. */
  readonly padPa: number;
  readonly massKg: number;
  readonly geometry: VesselGeometry;
  readonly holeDiameterM: number;
  readonly holeAreaM2: number;
  readonly holeHeightM: number;
  readonly nozzleLengthM: number;
  readonly outsidePa: number;
}

/** One stream through the opening: its flux through the whole hole and its share of the hole. */
interface Stream {
  readonly share: number;
  readonly fluxKgPerM2S: number;
  readonly discharge: number;
  /** Share of the stream that is vapour inside the vessel. */
  readonly quality: number;
  readonly exitPa: number;
  readonly exitVolumeM3PerKg: number;
}

/**
 * Liquid and vapour in equilibrium. Below the level liquid leaves and flashes on its way, above it vapour; a hole across
 * the level passes both, and a hole above it the foam of a level that swells. What boils off, to leave or to fill the
 * space of what left, cools the liquid and lowers its pressure; no heat comes from outside. A pad of gas expands with
 * its space and goes out with the vapour. When the liquid is gone the rest blows down as gas.
 */
export function liquefiedVessel(chemical: Chemical, charge: LiquefiedCharge): Emitter {
  const { geometry, holeAreaM2, outsidePa } = charge;
  const boilingK = boilingAt(chemical, outsidePa);
  let state = saturationState(chemical, charge.temperatureK);
  let mass = charge.massKg;
  let liquid = liquidMass(state, mass, geometry.volumeM3);
  const padVolume = Math.max(0.02 * geometry.volumeM3, geometry.volumeM3 - liquid / state.liquidKgPerM3);
  let dry: Emitter | undefined;

  const streams = (): readonly Stream[] => openStreams(chemical, charge, state, liquid, padNow());
  const gasVolume = (): number => Math.max(padVolume, geometry.volumeM3 - liquid / state.liquidKgPerM3);
  let pad = charge.padPa * padVolume;
  const padNow = (): number => pad / gasVolume();
  const rateNow = (): number => {
    if (dry !== undefined) return dry.rate();
    return streams().reduce((sum, one) => sum + holeAreaM2 * one.share * one.fluxKgPerM2S, 0);
  };
  return {
    rate: rateNow,
    remainingKg: () => (dry === undefined ? mass : dry.remainingKg()),
    advance: (dtS, hole, valve): Escape => {
      if (dry !== undefined) return dry.advance(dtS, hole, valve);
      const open = hole * valve;
      const now = streams();
      const rate = open * now.reduce((sum, one) => sum + holeAreaM2 * one.share * one.fluxKgPerM2S, 0);
      const left = Math.min(mass, rate * dtS);
      if (!(left > 0)) return { massKg: 0 };
      const exit = mixedExit(chemical, now, charge, state, open, left / (rate * dtS));
      const vapourOut =
        (left / rate) *
        open *
        now.reduce((sum, one) => sum + holeAreaM2 * one.share * one.fluxKgPerM2S * one.quality, 0);
      // The pad's gas goes out with the vapour, as much of it as of the space it is in.
      pad /= 1 + vapourOut / (state.vapourKgPerM3 * gasVolume());
      mass -= left;
      const liquidBefore = liquid - (left - vapourOut);
      cool(liquidBefore);
      return { massKg: left, exit };
    },
  };

  /** Evaporates until vapour fills its space again; the heat comes from the contents. */
  function cool(liquidBefore: number): void {
    const after = liquidMass(state, mass, geometry.volumeM3);
    const evaporated = Math.max(0, liquidBefore - after);
    const warmth = Math.max(after * liquidHeat(chemical) + (mass - after) * chemical.gasHeatJPerKgK.value, 1e-9);
    const drop = Math.min((evaporated * state.latentJPerKg) / warmth, 0.1 * state.temperatureK);
    // It boils no further than to its boiling point outside.
    const colder = Math.max(Math.min(boilingK, state.temperatureK), state.temperatureK - drop);
    if (colder < state.temperatureK) state = saturationState(chemical, colder);
    liquid = liquidMass(state, mass, geometry.volumeM3);
    if (liquid > 1e-6 * charge.massKg || mass <= 0) return;
    liquid = 0;
    dry = gasVessel(chemical, {
      pressurePa: Math.max(state.pressurePa, outsidePa),
      temperatureK: state.temperatureK,
      massKg: mass,
      holeAreaM2,
      outsidePa,
    });
  }
}

function openStreams(
  chemical: Chemical,
  charge: LiquefiedCharge,
  state: SaturationState,
  liquidKg: number,
  padPa: number,
): readonly Stream[] {
  const { geometry, holeDiameterM, holeHeightM, outsidePa, holeAreaM2 } = charge;
  const filled = liquidKg / (state.liquidKgPerM3 * geometry.volumeM3);
  const level = levelOf(geometry.shape, filled);
  const depth = level * geometry.heightM;
  const { share: wet, headM } = wettedHole(depth, holeHeightM, holeDiameterM);
  const inside = state.pressurePa + padPa;
  const head = headM * gravity * state.liquidKgPerM3;
  if (wet > 0) {
    const liquid = liquidStream(chemical, charge, state, inside + head, wet);
    return wet < 1 ? [liquid, vapourStream(chemical, state, inside, outsidePa, 1 - wet)] : [liquid];
  }
  const vapour = vapourStream(chemical, state, inside, outsidePa, 1);
  const volumeRate = (vapour.fluxKgPerM2S * holeAreaM2) / state.vapourKgPerM3;
  const meanVoid = swellVoid(chemical, state, volumeRate, surfaceArea(geometry, level));
  if (liquidKg <= 0 || depth / (1 - meanVoid) < holeHeightM - 0.5 * holeDiameterM) return [vapour];
  return [foamStream(chemical, state, inside, outsidePa, Math.min(0.98, 2 * meanVoid))];
}

/** Liquid at the hole: the pressure above its vapour's drives it whole, its vapour's as it flashes. */
function liquidStream(
  chemical: Chemical,
  { outsidePa, nozzleLengthM }: LiquefiedCharge,
  state: SaturationState,
  insidePa: number,
  share: number,
): Stream {
  const volume = 1 / state.liquidKgPerM3;
  const forced = Math.max(0, insidePa - Math.max(state.pressurePa, outsidePa));
  const flash = flashingFlux(chemical, state.pressurePa, state.temperatureK, nozzleLengthM, liquidDischarge, outsidePa);
  const flux = Math.sqrt(flash * flash + 2 * state.liquidKgPerM3 * forced * liquidDischarge * liquidDischarge);
  const full = Math.sqrt(2 * state.liquidKgPerM3 * Math.max(0, insidePa - outsidePa)) * liquidDischarge;
  // A flow that is slower than the whole liquid's has boiled in the nozzle and leaves above the pressure outside.
  const boiled = nozzleLengthM > 0 && flux < 0.98 * full && state.pressurePa > outsidePa;
  if (!boiled) {
    return {
      share,
      fluxKgPerM2S: flux,
      discharge: liquidDischarge,
      quality: 0,
      exitPa: outsidePa,
      exitVolumeM3PerKg: volume,
    };
  }
  const mixture = mixtureAt(chemical, state, 0);
  const omega = omegaOf(mixture);
  const ratio = Math.max(outsidePa / state.pressurePa, omegaCriticalRatio(omega));
  return {
    share,
    fluxKgPerM2S: flux,
    discharge: 1,
    quality: 0,
    exitPa: ratio * state.pressurePa,
    exitVolumeM3PerKg: volume * (1 + omega * (1 / ratio - 1)),
  };
}

function vapourStream(
  chemical: Chemical,
  state: SaturationState,
  insidePa: number,
  outsidePa: number,
  share: number,
): Stream {
  const gamma = heatCapacityRatio(chemical);
  // The pad's own gas is left out: the vapour takes its whole flow, an upper estimate.
  const density = state.vapourKgPerM3 * (insidePa / state.pressurePa);
  const ratio = Math.max(Math.min(1, outsidePa / insidePa), criticalRatio(gamma));
  return {
    share,
    fluxKgPerM2S: gasFlux(insidePa, density, gamma, gasDischarge, outsidePa),
    discharge: gasDischarge,
    quality: 1,
    exitPa: ratio * insidePa,
    exitVolumeM3PerKg: 1 / (density * ratio),
  };
}

/** Foam of this void at the hole: a mixture in equilibrium from the start. */
function foamStream(
  chemical: Chemical,
  state: SaturationState,
  insidePa: number,
  outsidePa: number,
  voidShare: number,
): Stream {
  const vapour = voidShare * state.vapourKgPerM3;
  const quality = vapour / (vapour + (1 - voidShare) * state.liquidKgPerM3);
  const mixture = mixtureAt(chemical, { ...state, pressurePa: insidePa }, quality);
  const omega = omegaOf(mixture);
  const volume = mixtureVolume(mixture);
  const ratio = Math.min(1, Math.max(outsidePa / insidePa, omegaCriticalRatio(omega)));
  return {
    share: 1,
    fluxKgPerM2S: gasDischarge * omegaFlux(insidePa, volume, omega, outsidePa),
    discharge: gasDischarge,
    quality,
    exitPa: ratio * insidePa,
    exitVolumeM3PerKg: volume * (1 + omega * (1 / ratio - 1)),
  };
}

function mixtureAt(chemical: Chemical, state: SaturationState, quality: number): SaturatedMixture {
  return {
    pressurePa: state.pressurePa,
    temperatureK: state.temperatureK,
    quality,
    liquidM3PerKg: 1 / state.liquidKgPerM3,
    vapourM3PerKg: 1 / state.vapourKgPerM3,
    latentJPerKg: state.latentJPerKg,
    liquidJPerKgK: liquidHeat(chemical),
  };
}

/** The streams as one jet: areas add, pressure and speed are means by mass. `taken` cuts the last, short step. */
function mixedExit(
  chemical: Chemical,
  streams: readonly Stream[],
  { holeAreaM2 }: LiquefiedCharge,
  state: SaturationState,
  open: number,
  taken: number,
): ExitState {
  let rate = 0;
  let area = 0;
  let pressure = 0;
  let speed = 0;
  let heat = 0;
  const liquidHeatContent = liquidEnthalpy(chemical, state.temperatureK);
  const vapourHeatContent = vapourEnthalpy(chemical, state.temperatureK);
  for (const one of streams) {
    const part = holeAreaM2 * one.share * one.fluxKgPerM2S * open;
    if (!(part > 0)) continue;
    rate += part;
    area += holeAreaM2 * one.share * open * one.discharge;
    pressure += part * one.exitPa;
    speed += (part * one.fluxKgPerM2S * one.exitVolumeM3PerKg) / one.discharge;
    heat += part * (one.quality * vapourHeatContent + (1 - one.quality) * liquidHeatContent);
  }
  return {
    rateKgPerS: rate * taken,
    areaM2: area * taken,
    pressurePa: pressure / rate,
    speedMPerS: speed / rate,
    enthalpyJPerKg: heat / rate,
  };
}
