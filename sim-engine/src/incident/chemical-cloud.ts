import type { Incident } from '@upwind/scenarios';
import type { Chemical } from '../chemicals/chemical.ts';
import { type CellBox, emptyBox, grow } from '../dispersion/cell-box.ts';
import type { CloudPart } from '../dispersion/cloud-part.ts';
import { type GridLines, type Layer, linesAround } from '../dispersion/grid-lines.ts';
import type { FieldGrid, HazardField } from '../dispersion/hazard-field.ts';
import type { TimeLadder } from '../dispersion/time-ladder.ts';
import type { VolumeFrame, VolumeGrid } from '../dispersion/volume.ts';
import { VolumeBuilder } from '../dispersion/volume-builder.ts';
import { contourOn } from '../exposure/contour.ts';
import { type ThreatLimit, threatLimits } from '../exposure/limits.ts';
import type { ThreatZone } from '../exposure/threat-zone.ts';
import { loadRate } from '../exposure/toxic-load.ts';
import { zonesOfLayer } from '../exposure/zones.ts';
import type { Airborne } from './airborne.ts';
import { statementOf } from './statement.ts';

/** Head height, m. */
export const headHeightM = 1.5;
const averagingTimeS = 600;
/** A volume shows concentrations down to this share of the lowest limit. */
const faintest = 0.02;
/** Stands for the lowest limit of a chemical that has none: 1 mg/m³. */
const traceKgPerM3 = 1e-6;

/** The cloud of one chemical from all its releases. */
export interface ChemicalCloud {
  readonly field: HazardField;
  readonly zones: readonly ThreatZone[];
  readonly limits: readonly ThreatLimit[];
  /** Whether the gas reached the edge of the grid above its lowest limit. */
  readonly leavesGrid: boolean;
  /** What the source terms assumed. */
  readonly notes: Airborne['notes'];
}

/** What a cloud is made of. */
export interface CloudSetting {
  readonly incident: Incident;
  readonly chemical: Chemical;
  readonly airborne: Airborne;
  readonly parts: readonly CloudPart[];
  readonly grid: FieldGrid;
  readonly volumeGrid: VolumeGrid;
  readonly ladder: TimeLadder;
  readonly temperatureK: number;
}

/** Adds up the parts of a cloud frame by frame, with its toxic load and zones; yields the share of frames done. */
export function* chemicalCloud(setting: CloudSetting): Generator<number, ChemicalCloud> {
  const { incident, chemical, airborne, parts, grid, volumeGrid, ladder } = setting;
  const { timesS } = ladder;
  const cells = grid.nx * grid.ny;
  const concentration = new Float32Array(cells * timesS.length);
  const toxicLoad = new Float32Array(cells * timesS.length);
  const limits = threatLimits(chemical, Math.max(10, incident.durationS / 60), setting.temperatureK);
  const least = limits.length > 0 ? Math.min(...limits.map((limit) => limit.limitKgPerM3)) : traceKgPerM3;
  const exponent = chemical.toxic?.exponent.value ?? 1;
  const volume = new VolumeBuilder(volumeGrid, faintest * least);
  const frames: VolumeFrame[] = [volume.take()];
  const zones: ThreatZone[] = [];
  const places = airborne.sources.map(({ at }) => [at[0], at[1]] as const);
  // Formulas are drawn on lines that draw together at the sources; what is known by the cell, on the cells.
  const closer = parts.every(({ addTo }) => addTo !== undefined) ? linesAround(grid, places) : undefined;
  const contour = contourOn(grid, 'logarithmic', closer);
  const ever = emptyBox(grid);
  let leavesGrid = false;
  for (let frame = 1; frame < timesS.length; frame += 1) {
    const layer = concentration.subarray(frame * cells, (frame + 1) * cells);
    const box = emptyBox(grid);
    for (const part of parts) {
      for (const _ of part.advance(frame, layer, box, volume)) yield (frame - 1) / (timesS.length - 1);
    }
    frames.push(volume.take());
    grow(ever, box);
    const minutes = ((timesS[frame] as number) - (timesS[frame - 1] as number)) / 60;
    addLoad(grid, concentration, toxicLoad, frame, ever, exponent, minutes);
    if (box.iHigh >= 0) {
      leavesGrid ||= touchesEdge(grid, layer, least);
      const drawn = closer === undefined ? { values: layer, touched: box } : layerOn(closer, parts);
      const rings = contour(drawn.values, 0, drawn.touched);
      zones.push(...zonesOfLayer(rings, timesS[frame] as number, chemical.id, limits, places));
    }
    yield frame / (timesS.length - 1);
  }
  const field: HazardField = {
    chemical: chemical.id,
    substance: chemical,
    grid,
    heightM: headHeightM,
    averagingTimeS,
    timesS,
    concentration,
    toxicLoad,
    releasedKg: airborne.releasedKg,
    rateKgPerS: airborne.rateKgPerS,
    model: statementOf(parts.map(({ model }) => model)),
    ...(frames.some(({ codes }) => codes.length > 0)
      ? { volume: { grid: volumeGrid, leastKgPerM3: volume.leastKgPerM3, frames } }
      : {}),
  };
  return { field, zones, limits, leavesGrid, notes: airborne.notes };
}

/** The frame last asked for, at head height on other lines. */
function layerOn(lines: GridLines, parts: readonly CloudPart[]): Layer {
  const [nx, ny] = [lines.xM.length, lines.yM.length];
  const touched = { iLow: nx, iHigh: -1, jLow: ny, jHigh: -1 };
  const layer = { lines, values: new Float32Array(nx * ny), heightM: headHeightM, touched };
  for (const part of parts) part.addTo?.(layer);
  return layer;
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
