import type { Incident } from '@upwind/scenarios';
import { chemicalOf, type WithChemicals } from '../chemicals/table.ts';
import { substanceOf } from '../exposure/substance.ts';
import type { WeatherTimeline } from '../weather/timeline.ts';
import type { ChemicalCloud } from './chemical-cloud.ts';
import type { IncidentResult } from './run.ts';

type Note = IncidentResult['notes'][number];

/** What a run assumed where its input was silent or extreme. */
export function assumptions(
  site: WithChemicals,
  incident: Incident,
  weather: WeatherTimeline,
  clouds: readonly ChemicalCloud[],
): Note[] {
  const notes: Note[] = [...weather.notes];
  const last = Math.max(...incident.weather.map(({ timeS }) => timeS));
  if (last < incident.durationS) {
    notes.push({
      zh: `第 ${last} 秒之后没有气象数据：按最后一次读数保持不变`,
      en: `No weather after second ${last}: the last reading is held`,
    });
  }
  for (const release of incident.releases) {
    const { source } = release;
    const { name } = chemicalOf(release.chemical, `release "${release.id}"`, site);
    if (source.kind !== 'vessel') continue;
    if (source.phase === 'liquefied-gas') {
      notes.push({
        zh: `泄漏 ${release.id}：${name.zh}按液相流出计算（上限），并假定全部气化或成雾进入空气`,
        en: `Release ${release.id}: ${name.en} flows out as liquid (upper estimate) and is all airborne as vapour or mist`,
      });
    } else if (source.phase === 'liquid') {
      notes.push({
        zh: `泄漏 ${release.id}：${name.zh}闪蒸后在地面形成 1 cm 深液池并蒸发，不考虑围堰；液位按高径比 1 的立罐估计`,
        en: `Release ${release.id}: ${name.en} flashes, then evaporates from a pool 1 cm deep without a bund; head as of a tank as high as wide`,
      });
    }
  }
  for (const { field, leavesGrid } of clouds) {
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
