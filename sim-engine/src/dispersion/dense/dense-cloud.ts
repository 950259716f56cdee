import { cos, sin } from '../../arithmetic/trigonometry.ts';
import type { AirborneSource } from '../../release/airborne.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import type { CloudPart, CloudRequest } from '../cloud-part.ts';
import { groundAir } from './cloud-air.ts';
import { DenseTrail, emissionOf, type TrailPoint } from './dense-trail.ts';
import { type MixtureModel, mixtureModel } from './mixture.ts';
import { denseIntegralModel } from './model-statements.ts';
import { advancePuff, type Puff, type PuffState, puffOf, puffState } from './puff.ts';
import { paintPuff } from './puff-painting.ts';
import type { Surroundings } from './section.ts';
import { spreadShareOf } from './section-state.ts';
import { type Canvas, type Ground, paintSegment } from './segment-painting.ts';
import { joined } from './trail-joining.ts';
import { paintVolume } from './volume-canvas.ts';

/** Averaging time of the fields that the parts of a cloud add up to, s. */
export const usualAveragingS = 600;

/** The integral model at work: jets and pools as chains of sections, bursts as puffs, on open ground. */
export function denseIntegralCloud(request: CloudRequest, averagingTimeS: number = usualAveragingS): CloudPart {
  const { sources, ladder, grid, headHeightM } = request;
  const surroundings = surroundingsOf(request, averagingTimeS);
  const plumes = sources.filter(({ kind }) => kind !== 'burst').map((source) => new DenseTrail(source));
  const bursts = sources.filter(({ kind }) => kind === 'burst');
  let puffs: Puff[] = [];
  const outside = outsideOf(grid);
  return {
    model: denseIntegralModel,
    *advance(frame, layer, box, volume) {
      const { stepS, stepsPerFrame } = ladder;
      let around = surroundings((frame - 1) * stepsPerFrame);
      for (let n = (frame - 1) * stepsPerFrame; n < frame * stepsPerFrame; n += 1) {
        around = surroundings(n);
        for (const puff of puffs) advancePuff(puff, around, stepS);
        for (const burst of bursts) {
          const mass = burst.massKg[n] ?? 0;
          if (mass > 0) puffs.push(newPuff(burst, n, mass, around));
        }
        for (const plume of plumes) {
          plume.advance(around);
          plume.drop(outside);
        }
        puffs = puffs.filter(({ x, y }) => !outside(x, y));
        yield;
      }
      const calm = 1 - around.air.driftShare;
      const chains = plumes.map((plume) => joined(plume.points(around)));
      const states = puffs.map((puff) => puffState(puff, around));
      const paintAll = (canvas: Canvas): void => {
        for (const points of chains) {
          for (let k = 1; k < points.length; k += 1) {
            const older = points[k - 1] as TrailPoint;
            paintSegment(older, points[k] as TrailPoint, older.massKg, calm, canvas);
          }
        }
        puffs.forEach((puff, k) => {
          paintPuff(puff, states[k] as PuffState, canvas);
        });
      };
      paintAll({ ground: grid, heightsM: [headHeightM], kgPerM3: layer, box });
      yield;
      if (volume === undefined) return;
      paintVolume(volume, paintAll);
      yield;
    },
  };
}

/** The surroundings of every step; the mixture is worked out anew only where the air has changed. */
export function surroundingsOf(
  { chemical, weather, ladder }: Pick<CloudRequest, 'chemical' | 'weather' | 'ladder'>,
  averagingTimeS: number,
): (step: number) => Surroundings {
  const spreadShare = spreadShareOf(averagingTimeS);
  let known: { air: BoundaryLayer; mixture: MixtureModel } | undefined;
  return (step) => {
    const air = weather.at((step + 0.5) * ladder.stepS);
    const same =
      known !== undefined &&
      known.air.temperatureK === air.temperatureK &&
      known.air.pressurePa === air.pressurePa &&
      known.air.relativeHumidity === air.relativeHumidity;
    const mixture = same && known !== undefined ? known.mixture : mixtureModel(chemical, groundAir(air));
    known = { air, mixture };
    const angle = (air.windFromDeg * Math.PI) / 180;
    return { air, mixture, windEast: -sin(angle), windNorth: -cos(angle), spreadShare };
  };
}

function newPuff(burst: AirborneSource, step: number, massKg: number, around: Surroundings): Puff {
  return puffOf(emissionOf(burst, step), massKg, around);
}

/** Whether a place is so far off the grid that its gas is given up. */
function outsideOf({ x0M, y0M, cellM, nx, ny }: Ground): (x: number, y: number) => boolean {
  const margin = 0.25 * cellM * (nx + ny);
  return (x, y) =>
    x < x0M - margin || y < y0M - margin || x > x0M + cellM * nx + margin || y > y0M + cellM * ny + margin;
}
