import type { Incident, Release } from '@upwind/scenarios';
import type { Chemical } from '../chemicals/chemical.ts';
import type { FieldGrid, HazardField } from '../dispersion/hazard-field.ts';
import { crosswindOf } from '../dispersion/screening/lateral-spread.ts';
import { screeningModel } from '../dispersion/screening/model-statement.ts';
import { plumeTables } from '../dispersion/screening/plume-table.ts';
import { segmentsOf } from '../dispersion/screening/segment.ts';
import { addSegment, type CellBox } from '../dispersion/screening/segment-field.ts';
import { blown, emptyTrail, type Trail } from '../dispersion/screening/trail.ts';
import { contourOn } from '../exposure/contour.ts';
import { type ThreatLimit, threatLimits } from '../exposure/limits.ts';
import type { ThreatZone } from '../exposure/threat-zone.ts';
import { loadRate } from '../exposure/toxic-load.ts';
import { zonesOfLayer } from '../exposure/zones.ts';
import { outflow } from '../release/outflow.ts';
import { windSpeedAt } from '../weather/boundary-layer.ts';
import type { WeatherTimeline } from '../weather/timeline.ts';
import type { Timeline } from './time-ladder.ts';

/** Head height, m. */
export const headHeightM = 1.5;
const averagingTimeS = 600;

/** The cloud of one chemical from all its releases. */
export interface ChemicalCloud {
  readonly field: HazardField;
  readonly zones: readonly ThreatZone[];
  readonly limits: readonly ThreatLimit[];
  /** Whether the gas reached the edge of the grid above its lowest limit. */
  readonly leavesGrid: boolean;
}

/** Computes the cloud frame by frame; yields the share of frames done. */
export function* chemicalCloud(
  incident: Incident,
  chemical: Chemical,
  releases: readonly Release[],
  grid: FieldGrid,
  ladder: Timeline,
  weather: WeatherTimeline,
): Generator<number, ChemicalCloud> {
  const { timesS, stepS, stepsPerFrame } = ladder;
  const cells = grid.nx * grid.ny;
  const concentration = new Float32Array(cells * timesS.length);
  const toxicLoad = new Float32Array(cells * timesS.length);
  const releasedKg = new Float64Array(timesS.length);
  const rateKgPerS = new Float64Array(timesS.length);
  const first = weather.at(0);
  const limits = threatLimits(chemical, Math.max(10, incident.durationS / 60), first.temperatureK);
  const exponent = chemical.toxic?.exponent.value ?? 1;
  const steps = stepsPerFrame * (timesS.length - 1);
  const farthestM = 1.5 * grid.cellM * (grid.nx + grid.ny);
  const sources = releases.map((release) => {
    const height = Math.max(0, release.at[2]);
    return {
      release,
      height,
      place: [release.at[0], release.at[1]] as const,
      out: outflow(release, chemical, stepS, steps, (t) => {
        const air = weather.at(t);
        return { windSpeedMPerS: windSpeedAt(air, 10), temperatureK: air.temperatureK };
      }),
      tables: plumeTables(height, headHeightM, farthestM, 1),
      trail: emptyTrail as Trail,
    };
  });
  const zones: ThreatZone[] = [];
  const contour = contourOn(grid);
  const places = sources.map(({ place }) => place);
  const box: CellBox = { iLow: grid.nx, iHigh: -1, jLow: grid.ny, jHigh: -1 };
  const ever: CellBox = { ...box };
  let leavesGrid = false;
  for (let frame = 1; frame < timesS.length; frame += 1) {
    const layer = concentration.subarray(frame * cells, (frame + 1) * cells);
    Object.assign(box, { iLow: grid.nx, iHigh: -1, jLow: grid.ny, jHigh: -1 });
    for (const source of sources) {
      for (let n = (frame - 1) * stepsPerFrame; n < frame * stepsPerFrame; n += 1) {
        const air = weather.at((n + 0.5) * stepS);
        const mass = (source.out.airborneKg[n + 1] as number) - (source.out.airborneKg[n] as number);
        if (mass <= 0 && source.trail.nodes.length === 0) continue;
        const table = source.tables(air);
        const across = crosswindOf(air, source.height);
        source.trail = inReach(blown(source.trail, air, table, across, source.place, mass, stepS), grid);
      }
      const at = frame * stepsPerFrame;
      const lastOut = source.out.leftKg;
      releasedKg[frame] = (releasedKg[frame] as number) + (lastOut[at] as number);
      rateKgPerS[frame] =
        (rateKgPerS[frame] as number) + ((lastOut[at] as number) - (lastOut[at - 1] as number)) / stepS;
      if (frame === 1) rateKgPerS[0] = (rateKgPerS[0] as number) + (lastOut[1] as number) / stepS;
      const { table } = source.trail;
      if (table === undefined) continue;
      const air = weather.at((at - 0.5) * stepS);
      for (const segment of segmentsOf(source.trail, air)) addSegment(segment, table, air, grid, layer, box);
    }
    grow(ever, box);
    addLoad(
      grid,
      concentration,
      toxicLoad,
      frame,
      ever,
      exponent,
      ((timesS[frame] as number) - (timesS[frame - 1] as number)) / 60,
    );
    if (box.iHigh >= 0) {
      const least = Math.min(...limits.map((limit) => limit.limitKgPerM3));
      leavesGrid ||= touchesEdge(grid, layer, least);
      zones.push(...zonesOfLayer(contour(layer, 0, box), timesS[frame] as number, chemical.id, limits, places));
    }
    yield frame / (timesS.length - 1);
  }
  const field: HazardField = {
    chemical: chemical.id,
    grid,
    heightM: headHeightM,
    averagingTimeS,
    timesS,
    concentration,
    toxicLoad,
    releasedKg,
    rateKgPerS,
    model: screeningModel,
  };
  return { field, zones, limits, leavesGrid };
}

/** The trail without its oldest gas once that has blown far off the grid. */
function inReach(trail: Trail, grid: FieldGrid): Trail {
  const margin = 0.25 * grid.cellM * (grid.nx + grid.ny);
  const outside = ({ x, y }: { x: number; y: number }): boolean =>
    x < grid.x0M - margin ||
    y < grid.y0M - margin ||
    x > grid.x0M + grid.cellM * grid.nx + margin ||
    y > grid.y0M + grid.cellM * grid.ny + margin;
  let drop = 0;
  while (drop + 2 < trail.nodes.length) {
    const a = trail.nodes[drop];
    const b = trail.nodes[drop + 1];
    if (a === undefined || b === undefined || !outside(a) || !outside(b)) break;
    drop += 1;
  }
  return drop === 0 ? trail : { nodes: trail.nodes.slice(drop), table: trail.table };
}

function grow(ever: CellBox, box: CellBox): void {
  ever.iLow = Math.min(ever.iLow, box.iLow);
  ever.iHigh = Math.max(ever.iHigh, box.iHigh);
  ever.jLow = Math.min(ever.jLow, box.jLow);
  ever.jHigh = Math.max(ever.jHigh, box.jHigh);
}

/** Toxic load of a frame: that of the frame before and the trapezium between both, (mg/m³)ⁿ min. */
function addLoad(
  grid: FieldGrid,
  concentration: Float32Array<ArrayBuffer>,
  toxicLoad: Float32Array<ArrayBuffer>,
  frame: number,
  box: CellBox,
  exponent: number,
  minutes: number,
): void {
  const now = frame * grid.nx * grid.ny;
  const before = now - grid.nx * grid.ny;
  for (let j = box.jLow; j <= box.jHigh; j += 1) {
    for (let i = box.iLow; i <= box.iHigh; i += 1) {
      const cell = j * grid.nx + i;
      const rate =
        loadRate(concentration[before + cell] as number, exponent) +
        loadRate(concentration[now + cell] as number, exponent);
      toxicLoad[now + cell] = (toxicLoad[before + cell] as number) + 0.5 * minutes * rate;
    }
  }
}

function touchesEdge(grid: FieldGrid, layer: Float32Array<ArrayBuffer>, least: number): boolean {
  const { nx, ny } = grid;
  for (let i = 0; i < nx; i += 1) {
    if ((layer[i] as number) >= least || (layer[(ny - 1) * nx + i] as number) >= least) return true;
  }
  for (let j = 0; j < ny; j += 1) {
    if ((layer[j * nx] as number) >= least || (layer[j * nx + nx - 1] as number) >= least) return true;
  }
  return false;
}
