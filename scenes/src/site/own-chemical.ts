import { type Static, Type } from 'typebox';
import { Text } from '../place/text.ts';

const id = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });
const ppm = Type.Number({ exclusiveMinimum: 0, maximum: 1e6 });
const percent = Type.Number({ exclusiveMinimum: 0, maximum: 100 });

/** One level by exposure time, ppm; at least one duration. Between them the engine interpolates. */
export const LevelByDuration = Type.Object(
  {
    min10: Type.Optional(ppm),
    min30: Type.Optional(ppm),
    min60: Type.Optional(ppm),
    min240: Type.Optional(ppm),
    min480: Type.Optional(ppm),
  },
  { additionalProperties: false, minProperties: 1 },
);
export type LevelByDuration = Static<typeof LevelByDuration>;

/** Probit Pr = a + b ln(Cⁿt), t in minutes, C in the unit named. */
const Probit = Type.Object(
  {
    a: Type.Number({ minimum: -500, maximum: 50 }),
    b: Type.Number({ exclusiveMinimum: 0, maximum: 50 }),
    n: Type.Number({ minimum: 0.3, maximum: 5 }),
    unit: Type.Enum(['ppm', 'mg/m³']),
  },
  { additionalProperties: false },
);

/** Three levels of 60 minutes, ppm, as ERPG and PAC are set. */
const SixtyMinutes = Type.Object(
  { level1: Type.Optional(ppm), level2: Type.Optional(ppm), level3: Type.Optional(ppm) },
  { additionalProperties: false, minProperties: 1 },
);

/**
 * A chemical that a site adds to the engine's table, or that replaces an entry of it, by id. Numbers in SI units except
 * limits, which are in ppm and volume % as they are published. `source` says where the numbers were read. What is left
 * out the engine estimates (heat of vaporisation, liquid density) or does without (limits, probit).
 */
export const OwnChemical = Type.Object(
  {
    id,
    name: Text,
    cas: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{1,6}-[0-9]{2}-[0-9]$' })),
    source: Type.String({ minLength: 3, maxLength: 400 }),
    molarMassKgPerMol: Type.Number({ minimum: 0.002, maximum: 1 }),
    /** Normal boiling point. */
    boilingK: Type.Number({ minimum: 4, maximum: 1500 }),
    criticalK: Type.Number({ minimum: 5, maximum: 2000 }),
    /** Above one atmosphere: below it there is no boiling point at one atmosphere. */
    criticalPa: Type.Number({ minimum: 200_000, maximum: 1e8 }),
    /** Of the gas at 25 °C and constant pressure. */
    gasHeatJPerKgK: Type.Number({ minimum: 50, maximum: 20_000 }),
    liquidHeatJPerKgK: Type.Optional(Type.Number({ minimum: 100, maximum: 20_000 })),
    /** At the boiling point. */
    vaporisationJPerKg: Type.Optional(Type.Number({ minimum: 1000, maximum: 5e6 })),
    /** Saturated liquid at the boiling point or at 20 °C, whichever is lower. */
    liquidKgPerM3: Type.Optional(Type.Number({ minimum: 50, maximum: 20_000 })),
    flammable: Type.Optional(Type.Object({ lowerPct: percent, upperPct: percent }, { additionalProperties: false })),
    toxic: Type.Optional(
      Type.Object(
        {
          /** Whose levels these are, e.g. `AEGL`; anything else is shown as a stand-in under its name. */
          kind: Type.String({ minLength: 1, maxLength: 40 }),
          level1: Type.Optional(LevelByDuration),
          level2: LevelByDuration,
          level3: LevelByDuration,
          /** n of the toxic load ∫Cⁿdt, where known. */
          exponent: Type.Optional(Type.Number({ minimum: 0.3, maximum: 5 })),
        },
        { additionalProperties: false },
      ),
    ),
    idlhPpm: Type.Optional(ppm),
    erpg: Type.Optional(SixtyMinutes),
    pac: Type.Optional(SixtyMinutes),
    probit: Type.Optional(Probit),
  },
  { additionalProperties: false },
);
export type OwnChemical = Static<typeof OwnChemical>;
