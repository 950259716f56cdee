import type { Incident } from '@upwind/scenarios';
import { drawnShares, type HazardField } from '@upwind/sim-engine';
import type { CSSProperties } from 'react';
import { useLanguage } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { useChemicalName } from '../chemical-name.ts';
import { lookOf } from '../cloud/gas-look.ts';
import { averagingWords } from '../model/statement.ts';
import { bandStroke } from '../scene/band-stroke.ts';
import { colourGradient } from '../scene/colour-map.ts';
import { decades, type FieldScale } from '../scene/field-texture.ts';
import { commandTexts } from '../texts.ts';
import type { BandRings } from '../zones/band-view.ts';
import { levelColour } from '../zones/level-colour.ts';
import { levelName, limitsOf, type ZoneView } from '../zones/zone-view.ts';
import { runClock } from './run-clock.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10⁻³ and its like; plain numbers between 0.01 and 1000. */
function tick(mgPerM3: number): string {
  if (mgPerM3 >= 0.01 && mgPerM3 <= 1000) return String(Number(mgPerM3.toPrecision(1)));
  const power = Math.round(Math.log10(mgPerM3));
  const digits = [...String(Math.abs(power))].map((digit) => superscripts[Number(digit)] ?? '').join('');
  return `10${power < 0 ? '⁻' : ''}${digits}`;
}

interface LegendProps {
  readonly field: HazardField;
  readonly incident: Incident;
  readonly scale: FieldScale;
  readonly view: ZoneView;
  /** The rings of an ensemble, where they are drawn. */
  readonly band: BandRings | undefined;
}

/** What is drawn: the cloud, the limits' lines with their values, and the time that they are means of. Always on screen. */
export function Legend({ field, incident, scale, view, band }: LegendProps) {
  const say = useTexts(commandTexts);
  const language = useLanguage();
  const chemicalName = useChemicalName();
  const averaging = averagingWords(field.averagingTimeS);
  const mean = say(`averaging.${averaging.unit}`, { count: averaging.count });
  return (
    <figure className="panel command-legend" data-testid="legend">
      <figcaption>
        {chemicalName(field.chemical)} · {mean} · {say('cut.metres', { metres: view.heightM })}
      </figcaption>
      {field.volume === undefined ? <Sheets scale={scale} /> : <CloudKey chemical={field.chemical} />}
      <ul>
        {limitsOf(field, incident, view.profile).map(({ level, label }) => (
          <li key={level}>
            <i style={{ background: levelColour(level) }} aria-hidden />
            {label[language]}
          </li>
        ))}
      </ul>
      {band !== undefined && <BandKey band={band} />}
    </figure>
  );
}

/** What the rings of the band say, at which moment, and what its runs differ in. */
function BandKey({ band: { level, members, timeS, zones, spread } }: { readonly band: BandRings }) {
  const say = useTexts(commandTexts);
  const language = useLanguage();
  const what = { level: levelName(level, language), members, clock: runClock(timeS) };
  return (
    <div className="legend-band" data-testid="legend-band">
      <p>{say(zones.length === 0 ? 'band.legend.none' : 'band.legend', what)}</p>
      {zones.length > 0 && (
        <ul>
          {drawnShares.map((share) => (
            <li key={share}>
              <i style={strokeOf(share, levelColour(level))} aria-hidden />
              {say('band.share', { percent: Math.round(share * 100) })}
            </li>
          ))}
        </ul>
      )}
      <p className="legend-band-spread">{spread[language]}</p>
    </div>
  );
}

/** The broken line of a share, a pixel for two metres. */
function strokeOf(share: number, colour: string): CSSProperties {
  const { dashM, gapM, opacity } = bandStroke(share);
  const [dash, end] = [dashM / 2, (dashM + gapM) / 2].map((px) => `${String(px)}px`);
  return { background: `repeating-linear-gradient(90deg, ${colour} 0 ${dash}, transparent ${dash} ${end})`, opacity };
}

/** How the cloud's colour is to be read: what is seen by itself, and what only here. */
function CloudKey({ chemical }: { readonly chemical: string }) {
  const say = useTexts(commandTexts);
  const { albedo, seen } = lookOf(chemical);
  // Linear light to sRGB, as the eye reads the page.
  const [red, green, blue] = albedo.map((value) => Math.round(255 * value ** (1 / 2.2)));
  const solid = `rgb(${String(red)} ${String(green)} ${String(blue)})`;
  return (
    <div className="legend-cloud">
      <i style={{ background: `linear-gradient(90deg, transparent, ${solid})` }} aria-hidden />
      <span>{say(`cloud.${seen}`)}</span>
    </div>
  );
}

function Sheets({ scale }: { readonly scale: FieldScale }) {
  const say = useTexts(commandTexts);
  const ticks = Array.from({ length: decades + 1 }, (_, decade) => scale.lowKgPerM3 * 10 ** decade * 1e6);
  return (
    <>
      <div className="legend-bar" style={{ background: colourGradient }} />
      <div className="legend-ticks">
        {ticks.map((value) => (
          <span key={value}>{tick(value)}</span>
        ))}
      </div>
      <small>{say('legend')}</small>
    </>
  );
}
