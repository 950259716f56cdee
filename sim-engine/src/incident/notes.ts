import type { Incident } from '@upwind/scenarios';
import type { Chemical } from '../chemicals/chemical.ts';
import { substanceOf } from '../exposure/substance.ts';
import type { WeatherTimeline } from '../weather/timeline.ts';
import type { ChemicalCloud } from './chemical-cloud.ts';
import type { IncidentResult } from './run.ts';

type Note = IncidentResult['notes'][number];

/** What a run assumed where its input was silent or extreme. */
export function assumptions(incident: Incident, weather: WeatherTimeline, clouds: readonly ChemicalCloud[]): Note[] {
  const notes: Note[] = [...weather.notes];
  const last = Math.max(...incident.weather.map(({ timeS }) => timeS));
  if (last < incident.durationS) {
    notes.push({
      zh: `第 ${last} 秒之后没有气象数据：按最后一次读数保持不变`,
      en: `No weather after second ${last}: the last reading is held`,
    });
  }
  for (const { field, leavesGrid, notes: discharged } of clouds) {
    notes.push(...discharged);
    const { name, toxic } = substanceOf(field);
    if (leavesGrid) {
      notes.push({
        zh: `${name.zh}的危害区超出计算范围：面积与距离只计到边界`,
        en: `The zones of ${name.en} reach beyond the computed area: area and reach end at its edge`,
      });
    }
    if (toxic?.standIn) {
      notes.push({ zh: `${name.zh}：${toxic.standIn.zh}`, en: `${name.en}: ${toxic.standIn.en}` });
    }
  }
  return notes;
}

/** A note that begins with the name of its chemical. */
export function aboutChemical({ name }: Chemical, note: Note): Note {
  return { zh: `${name.zh}：${note.zh}`, en: `${name.en}: ${note.en}` };
}
