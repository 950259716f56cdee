import type { HazardField } from '@upwind/sim-engine';
import { useTexts } from '../../language/texts.ts';
import { useChemicalName } from '../chemical-name.ts';
import { colourGradient } from '../scene/colour-map.ts';
import { decades, type FieldScale } from '../scene/field-texture.ts';
import { commandTexts } from '../texts.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10⁻³ and its like; plain numbers between 0.01 and 1000. */
function tick(mgPerM3: number): string {
  if (mgPerM3 >= 0.01 && mgPerM3 <= 1000) return String(Number(mgPerM3.toPrecision(1)));
  const power = Math.round(Math.log10(mgPerM3));
  const digits = [...String(Math.abs(power))].map((digit) => superscripts[Number(digit)] ?? '').join('');
  return `10${power < 0 ? '⁻' : ''}${digits}`;
}

/** What the plume's colours mean: the quantity, its unit, its decades. Always on screen with the plume. */
export function Legend({ field, scale }: { readonly field: HazardField; readonly scale: FieldScale }) {
  const say = useTexts(commandTexts);
  const chemicalName = useChemicalName();
  const ticks = Array.from({ length: decades + 1 }, (_, decade) => decade).map(
    (decade) => scale.lowKgPerM3 * 10 ** decade * 1e6,
  );
  return (
    <figure className="panel command-legend">
      <figcaption>
        {chemicalName(field.chemical)} · {say('legend')} <small>mg/m³</small>
      </figcaption>
      <div className="legend-bar" style={{ background: colourGradient }} />
      <div className="legend-ticks">
        {ticks.map((value) => (
          <span key={value}>{tick(value)}</span>
        ))}
      </div>
    </figure>
  );
}
