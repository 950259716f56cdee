import type { Chemical } from '../chemicals/chemical.ts';
import type { AirborneSource } from '../release/airborne.ts';
import type { WeatherTimeline } from '../weather/timeline.ts';
import type { CellBox } from './cell-box.ts';
import type { Layer } from './grid-lines.ts';
import type { FieldGrid, ModelStatement } from './hazard-field.ts';
import type { TimeLadder } from './time-ladder.ts';
import type { VolumeBuilder } from './volume-builder.ts';

/** What a dispersion model is given: some sources of one chemical, the air, and where and when to say something. */
export interface CloudRequest {
  readonly chemical: Chemical;
  readonly sources: readonly AirborneSource[];
  readonly weather: WeatherTimeline;
  readonly ladder: TimeLadder;
  readonly grid: FieldGrid;
  /** Height of the layer, m above ground. */
  readonly headHeightM: number;
  /** Whether gas settles on dry open ground; absent: no, to the safe side. */
  readonly deposition?: boolean;
}

/**
 * A dispersion model at work on some sources of one chemical. Frames are asked for in order, from 1; frame k stands at
 * `ladder.timesS[k]`. A chemical's cloud is the sum of its parts.
 */
export interface CloudPart {
  readonly model: ModelStatement;
  /**
   * Goes on to a frame and adds its concentration at head height, kg/m³, to `layer` ([j north][i east] of the grid);
   * `box` grows to the cells touched. With a volume the gas over all heights is added there. Yields whenever some
   * milliseconds of work are done.
   */
  advance(
    frame: number,
    layer: Float32Array<ArrayBuffer>,
    box: CellBox,
    volume: VolumeBuilder | undefined,
  ): Generator<void, void>;
  /**
   * Adds the frame last asked for to any lines at any height, where the model is a formula and can: zones are then drawn
   * on lines that draw together at the sources.
   */
  addTo?(layer: Layer): void;
}
