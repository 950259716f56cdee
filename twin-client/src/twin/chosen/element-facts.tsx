import { type Element, ringArea } from '@upwind/scenes';
import { chemicalsOf } from '@upwind/sim-engine';
import type { ReactNode } from 'react';
import { formatValue } from '../../language/format.ts';
import { useLanguage, useName } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import type { DrawnSite } from '../../scene/drawn-site.ts';
import { twinTexts } from '../texts.ts';

interface FactsProps {
  readonly site: DrawnSite;
  readonly element: Element;
  onVisit(element: string): void;
}

/** What does not change: contents, size, people, where it belongs. */
export function ElementFacts({ site, element, onVisit }: FactsProps) {
  const say = useTexts(twinTexts);
  const name = useName();
  const language = useLanguage();
  const parent = site.elements.find(({ id }) => id === element.partOf);
  const { contents, people } = element;
  const size = useSize(element);
  const chemical = chemicalsOf(site).find(({ id }) => id === contents?.chemical)?.name;
  return (
    <dl className="facts">
      {contents !== undefined && (
        <>
          <Fact term={say('chosen.contents')}>
            {chemical === undefined ? contents.chemical : name(chemical)} · {say(`phase.${contents.phase}`)}
          </Fact>
          <Fact term={say('chosen.inventory')}>{formatValue(contents.inventoryKg / 1000, language)} t</Fact>
          <Fact term={say('chosen.design')}>
            {formatValue(contents.pressurePa / 1e6, language)} MPa ·{' '}
            {formatValue(contents.temperatureK - 273.15, language)} °C
          </Fact>
        </>
      )}
      {people !== undefined && (
        <Fact term={say('chosen.people')}>{say('chosen.people.value', { day: people.day, night: people.night })}</Fact>
      )}
      {size !== undefined && <Fact term={say('chosen.size')}>{size}</Fact>}
      {element.area !== undefined && <Fact term={say('chosen.area')}>{name(element.area)}</Fact>}
      {parent !== undefined && (
        <Fact term={say('chosen.part-of')}>
          <button type="button" className="link" onClick={() => onVisit(parent.id)}>
            {name(parent.name)}
          </button>
        </Fact>
      )}
      <Fact term={say('chosen.place')}>
        {say('chosen.place.value', { x: Math.round(element.at[0]), y: Math.round(element.at[1]) })}
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function useSize({ shape }: Element): string | undefined {
  const say = useTexts(twinTexts);
  const language = useLanguage();
  const metres = (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
  switch (shape.kind) {
    case 'sphere':
      return say('size.sphere', { d: metres(shape.radiusM * 2) });
    case 'vertical-cylinder':
      return say('size.round', { d: metres(shape.radiusM * 2), h: metres(shape.heightM) });
    case 'horizontal-cylinder':
      return say('size.lying', { d: metres(shape.radiusM * 2), l: metres(shape.lengthM) });
    case 'box':
      return say('size.box', { l: metres(shape.lengthM), w: metres(shape.widthM), h: metres(shape.heightM) });
    case 'area':
      return say('size.area', { area: metres(Math.round(ringArea(shape.ring))) });
    case 'path': {
      const length = shape.path.slice(1).reduce((sum, to, i) => {
        const from = shape.path[i] ?? to;
        return sum + Math.hypot(to[0] - from[0], to[1] - from[1]);
      }, 0);
      return say('size.path', { l: metres(Math.round(length)), w: metres(shape.widthM) });
    }
    case 'marker':
      return undefined;
  }
}
