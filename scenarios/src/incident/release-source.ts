import { type Static, Type } from 'typebox';

const pressurePa = Type.Number({ exclusiveMinimum: 0, maximum: 1e8 });
const temperatureK = Type.Number({ minimum: 20, maximum: 2000 });
const inventoryKg = Type.Number({ exclusiveMinimum: 0, maximum: 1e9 });
const openingM = Type.Number({ exclusiveMinimum: 0, maximum: 3 });
const kgPerS = Type.Number({ exclusiveMinimum: 0, maximum: 1e5 });
const phase = Type.Enum(['gas', 'liquid', 'liquefied-gas']);
/** Absolute pressure outside the opening, where it is not the atmosphere's. */
const backPressurePa = Type.Optional(Type.Number({ minimum: 50_000, maximum: 1e8 }));
const closed = { additionalProperties: false };

/**
 * A vessel with a hole. Without geometry it is an upright cylinder as high as wide, four fifths full of liquid, with the
 * hole at its foot. `levelShare` is the liquid's height over the vessel's, `holeHeightM` is measured from the vessel's
 * bottom, `nozzleLengthM` is the length of pipe or nozzle between the contents and the open air.
 */
export const VesselSource = Type.Object(
  {
    kind: Type.Literal('vessel'),
    phase,
    pressurePa,
    temperatureK,
    inventoryKg,
    holeDiameterM: openingM,
    shape: Type.Optional(Type.Enum(['sphere', 'horizontal-cylinder', 'vertical-cylinder'])),
    /** Inner diameter of a cylinder; of a sphere, only where the level is not given. */
    diameterM: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 200 })),
    levelShare: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    holeHeightM: Type.Optional(Type.Number({ minimum: 0, maximum: 200 })),
    nozzleLengthM: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
    backPressurePa,
  },
  closed,
);

/**
 * A pipe or hose that is broken or holed at its end, fed through a valve. `feedKgPerS` is what pump, compressor or the
 * plant keeps sending; absent, a liquid line is fed from a full vessel at `pressurePa` and a gas line is shut in.
 * `inventoryKg` is what there is upstream of the valve; absent, it does not run out.
 */
export const PipeSource = Type.Object(
  {
    kind: Type.Literal('pipe'),
    phase,
    pressurePa,
    temperatureK,
    lengthM: Type.Number({ exclusiveMinimum: 0, maximum: 200_000 }),
    diameterM: openingM,
    /** Absent: broken right across. */
    holeDiameterM: Type.Optional(openingM),
    roughnessM: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 0.01 })),
    feedKgPerS: Type.Optional(Type.Number({ minimum: 0, maximum: 1e5 })),
    inventoryKg: Type.Optional(inventoryKg),
    /** Height of the line above its opening, which drains it once the valve is shut. */
    dropM: Type.Optional(Type.Number({ minimum: 0, maximum: 200 })),
    backPressurePa,
  },
  closed,
);

/** A vessel that bursts: all of it at once. */
export const RuptureSource = Type.Object(
  { kind: Type.Literal('rupture'), phase, pressurePa, temperatureK, inventoryKg },
  closed,
);

/** Liquid on the ground: at once, or poured evenly over `overS`. */
export const PoolSource = Type.Object(
  {
    kind: Type.Literal('pool'),
    temperatureK,
    inventoryKg,
    overS: Type.Optional(Type.Number({ minimum: 0, maximum: 604_800 })),
  },
  closed,
);

/** A rate that somebody knows, as gas without momentum unless said otherwise, at the air's temperature unless given. */
export const RateSource = Type.Object(
  {
    kind: Type.Literal('rate'),
    kgPerS,
    phase: Type.Optional(Type.Enum(['gas', 'liquid'])),
    temperatureK: Type.Optional(temperatureK),
  },
  closed,
);

/** Where the mass comes from. */
export const ReleaseSource = Type.Union([VesselSource, RateSource, PipeSource, RuptureSource, PoolSource]);
export type ReleaseSource = Static<typeof ReleaseSource>;
