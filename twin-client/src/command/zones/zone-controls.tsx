import type { Incident } from '@upwind/scenarios';
import type { HazardField } from '@upwind/sim-engine';
import { Button, Segmented, Slider } from 'antd';
import { useTexts } from '../../language/texts.ts';
import { commandTexts } from '../texts.ts';
import { highestCutM, limitsOf, type ProfileChoice, profileNames, type ZoneView } from './zone-view.ts';

interface ZoneControlsProps {
  readonly field: HazardField;
  readonly incident: Incident;
  readonly view: ZoneView;
  readonly onView: (view: ZoneView) => void;
}

/** By which limits, and at which height the zones are cut. Lists that have nothing for the chemical cannot be chosen. */
export function ZoneControls({ field, incident, view, onView }: ZoneControlsProps) {
  const say = useTexts(commandTexts);
  const head = Math.abs(view.heightM - field.heightM) < 0.25;
  const known = field.volume !== undefined;
  return (
    <div className="zone-controls">
      <Segmented
        block
        size="small"
        aria-label={say('profile')}
        data-testid="zone-profile"
        value={view.profile}
        options={profileNames.map((profile) => {
          const none = limitsOf(field, incident, profile).length === 0;
          const label = say(`profile.${profile}`);
          return {
            value: profile,
            label,
            disabled: none,
            ...(none ? { title: say('profile.none', { profile: label }) } : {}),
          };
        })}
        onChange={(profile: ProfileChoice) => onView({ ...view, profile })}
      />
      <div className="zone-height">
        <span>{say('cut')}</span>
        <Slider
          min={0}
          max={highestCutM}
          step={0.5}
          value={view.heightM}
          disabled={!known}
          ariaLabelForHandle={say('cut.slider')}
          tooltip={{ formatter: (value) => `${String(value ?? 0)} m` }}
          onChange={(heightM: number) => onView({ ...view, heightM })}
        />
        <output data-testid="zone-height">{say('cut.metres', { metres: view.heightM })}</output>
        <Button
          size="small"
          type="text"
          disabled={head}
          onClick={() => onView({ ...view, heightM: field.heightM })}
          data-testid="zone-head"
        >
          {say('cut.head')}
        </Button>
      </div>
      {!known && <p className="outcome-quiet">{say('cut.unknown', { metres: field.heightM })}</p>}
    </div>
  );
}
