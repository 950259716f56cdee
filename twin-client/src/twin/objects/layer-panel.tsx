import type { RealityMesh } from '@upwind/sim-server/contract';
import { Segmented, Slider, Switch } from 'antd';
import { formatCount } from '../../language/format.ts';
import { useLanguage } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { type SceneHandle, type SceneLayers, useScene } from '../../scene/scene-handle.ts';
import { twinTexts } from '../texts.ts';

const switches = ['models', 'buildings', 'trees', 'labels'] as const;

/** What of the scene is shown. */
export function LayerPanel({
  scene,
  meshes,
}: {
  readonly scene: SceneHandle;
  readonly meshes: readonly RealityMesh[];
}) {
  const say = useTexts(twinTexts);
  const language = useLanguage();
  const layers = useScene(scene, (state) => state.layers);
  const progress = useScene(scene, (state) => state.realityProgress);
  return (
    <div className="layers">
      <LayerSwitch
        label={say('layer.reality')}
        checked={layers.reality}
        disabled={meshes.length === 0}
        onChange={(reality) => scene.setLayers({ reality })}
        testId="layer-reality"
      />
      {meshes.length === 0 && <p className="layers-note">{say('layer.reality.none')}</p>}
      {meshes.map((mesh) => (
        <p key={mesh.id} className="layers-note">
          {mesh.name} · {say('reality.triangles', { count: formatCount(mesh.triangles, language) })}
          {mesh.warnings.map((warning) => (
            <span key={warning} className="layers-warning">
              {warning}
            </span>
          ))}
        </p>
      ))}
      {meshes.length > 0 && layers.reality && (
        <div className="layers-slider">
          <span>{say('layer.opacity')}</span>
          <Slider
            min={0.1}
            max={1}
            step={0.05}
            value={layers.realityOpacity}
            onChange={(realityOpacity) => scene.setLayers({ realityOpacity })}
            ariaLabelForHandle={say('layer.opacity')}
            tooltip={{ formatter: (value) => `${Math.round((value ?? 1) * 100)} %` }}
          />
        </div>
      )}
      {progress !== undefined && progress.failed > 0 && (
        <p className="layers-warning">{say('reality.failed', { count: progress.failed })}</p>
      )}
      {switches.map((layer) => (
        <LayerSwitch
          key={layer}
          label={say(`layer.${layer}`)}
          checked={layers[layer]}
          disabled={false}
          onChange={(on) => scene.setLayers({ [layer]: on } as Partial<SceneLayers>)}
          testId={`layer-${layer}`}
        />
      ))}
      <div className="layers-row">
        <span>{say('layer.light')}</span>
        <Segmented<SceneLayers['light']>
          size="small"
          value={layers.light}
          onChange={(light) => scene.setLayers({ light })}
          options={[
            { value: 'clock', label: say('layer.light.clock') },
            { value: 'day', label: say('layer.light.day') },
          ]}
        />
      </div>
    </div>
  );
}

interface LayerSwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly testId: string;
  onChange(checked: boolean): void;
}

function LayerSwitch({ label, checked, disabled, testId, onChange }: LayerSwitchProps) {
  return (
    <div className="layers-row">
      <span>{label}</span>
      <Switch
        size="small"
        checked={checked}
        disabled={disabled}
        onChange={onChange}
        aria-label={label}
        data-testid={testId}
      />
    </div>
  );
}
