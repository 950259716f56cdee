import type { HazardField, IncidentResult } from '@upwind/sim-engine';
import { Collapse, Tag } from 'antd';
import { useLanguage } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { type Stage, useRehearsal } from '../rehearsal.ts';
import { commandTexts } from '../texts.ts';
import { averagingWords, headOf } from './statement.ts';

interface ModelLineProps {
  readonly field: HazardField;
  readonly result: Pick<IncidentResult, 'notes' | 'hash'>;
  /** `first-estimate`: the screening answer stands in while the resolved one is computed. */
  readonly stage: Stage;
  readonly wallMs: number;
}

/** Who made this picture, over what time it is the mean and how near it lies, in one line; the rest when asked. */
export function ModelLine({ field, result, stage, wallMs }: ModelLineProps) {
  const say = useTexts(commandTexts);
  const language = useLanguage();
  const computing = useRehearsal((state) => state.run.kind === 'computing');
  const { name, assumptions, weaknesses, band } = field.model;
  const averaging = averagingWords(field.averagingTimeS);
  const parts = [
    headOf(name[language]),
    say(`averaging.${averaging.unit}`, { count: averaging.count }),
    ...(band === undefined
      ? []
      : [
          say('model.band', {
            factor: band.factor,
            where: band.where[language],
          }),
        ]),
  ];
  return (
    <div className="model-line" data-testid="command-stage" data-stage={stage}>
      {stage === 'first-estimate' && (
        <Tag color="warning" data-testid="first-estimate">
          {say('stage.first')}
        </Tag>
      )}
      <Collapse
        ghost
        size="small"
        items={[
          {
            key: 'model',
            label: parts.join(' · '),
            forceRender: true,
            children: (
              <div className="outcome-model" data-testid="command-model">
                {stage === 'first-estimate' && <p>{say(computing ? 'stage.first.what' : 'stage.first.only')}</p>}
                <h3>{say('model.weak')}</h3>
                {weaknesses.map((each) => (
                  <p key={each.en}>{each[language]}</p>
                ))}
                <h3>{say('model.takes')}</h3>
                <p>{name[language]}</p>
                {[...assumptions, ...result.notes].map((each) => (
                  <p key={each.en}>{each[language]}</p>
                ))}
                <p className="outcome-quiet" data-testid="command-hash" data-hash={result.hash}>
                  {say('model.computed', { ms: Math.round(wallMs), hash: result.hash.slice(0, 8) })}
                </p>
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}
