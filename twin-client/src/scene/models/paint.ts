/** r, g, b as sRGB bytes and gloss (0 rough … 255 polished). */
export type Paint = readonly [r: number, g: number, b: number, gloss: number];

/** Muted colours as they stand in a park after some years of weather: quiet beside what matters. */
export const paints = {
  white: [226, 229, 229, 120],
  shellWhite: [214, 218, 218, 110],
  shellShade: [196, 201, 202, 110],
  roofDeck: [176, 181, 182, 60],
  aluminium: [188, 193, 196, 170],
  insulation: [204, 206, 203, 150],
  steel: [146, 154, 159, 90],
  darkSteel: [92, 99, 104, 80],
  galvanised: [168, 174, 177, 120],
  safetyYellow: [206, 172, 74, 60],
  handrail: [196, 166, 84, 60],
  grating: [128, 134, 137, 30],
  concrete: [176, 172, 163, 0],
  concreteDark: [150, 147, 139, 0],
  plinth: [132, 130, 124, 0],
  fireproofing: [158, 152, 142, 0],
  render: [212, 208, 198, 0],
  renderWarm: [206, 194, 174, 0],
  brick: [156, 104, 84, 0],
  cladding: [158, 172, 181, 60],
  claddingBlue: [112, 138, 158, 60],
  claddingGrey: [172, 176, 178, 50],
  roofGrey: [132, 137, 140, 0],
  roofBlue: [88, 118, 142, 40],
  roofMembrane: [160, 160, 154, 0],
  glass: [74, 96, 110, 240],
  frame: [88, 94, 98, 60],
  doorGrey: [110, 118, 124, 40],
  doorRed: [164, 62, 52, 60],
  fireRed: [178, 54, 46, 90],
  warningRed: [190, 64, 54, 40],
  signGreen: [32, 132, 92, 30],
  tyre: [38, 40, 42, 0],
  cabWhite: [222, 224, 224, 160],
  cabBlue: [58, 96, 140, 160],
  tankerSteel: [198, 202, 205, 200],
  trunk: [94, 76, 60, 0],
  flame: [255, 178, 92, 0],
  /** Pipes by what they carry, after GB 7231-2003, dulled. */
  pipeWater: [92, 140, 112, 90],
  pipeSteam: [170, 92, 80, 90],
  pipeAir: [168, 190, 200, 90],
  pipeGas: [186, 160, 92, 90],
  pipeAcid: [134, 112, 148, 90],
  pipeOil: [142, 106, 82, 90],
  pipePlain: [190, 194, 196, 140],
} as const satisfies Readonly<Record<string, Paint>>;

/** A little lighter or darker: 1 is the paint itself. */
export function shade([r, g, b, gloss]: Paint, factor: number): Paint {
  const channel = (value: number) => Math.max(0, Math.min(255, Math.round(value * factor)));
  return [channel(r), channel(g), channel(b), gloss];
}
