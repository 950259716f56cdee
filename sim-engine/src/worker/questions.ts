import { frameBefore } from '../dispersion/frame-before.ts';
import type { HazardField } from '../dispersion/hazard-field.ts';
import type { VolumeFrame } from '../dispersion/volume.ts';
import { EngineError } from '../errors.ts';
import { layersAt } from '../exposure/field-layers.ts';
import { probeCurves } from '../incident/probe.ts';
import { zonesAt } from '../incident/readings.ts';
import type { IncidentResult } from '../incident/run.ts';
import type { Answers, Question, Slice, VolumeCut } from './messages.ts';

/** Answers a question about a result. Throws UPW_ENGINE_QUESTION where the result cannot tell. */
export function answerTo(result: IncidentResult, question: Question): Answers[keyof Answers] {
  switch (question.kind) {
    case 'probe':
      return probeCurves(result, question.at);
    case 'slice':
      return sliceOf(fieldOf(result, question.chemical), question.timeS, question.heightM);
    case 'volume':
      return cutOf(fieldOf(result, question.chemical), question.timeS);
    case 'zones':
      return zonesAt(result, question.timeS);
  }
}

function fieldOf(result: IncidentResult, chemical: string): HazardField {
  const field = result.fields.find((one) => one.chemical === chemical);
  if (field !== undefined) return field;
  const known = result.fields.map((one) => one.chemical).join(', ');
  throw refusal(`The run of "${result.incident}" has no field of "${chemical}"; ask for one of ${known}.`);
}

function sliceOf(field: HazardField, timeS: number, heightM: number): Slice {
  const frame = frameBefore(field.timesS, timeS);
  const layers = layersAt(field, heightM);
  if (layers === undefined) {
    throw refusal(`The field of "${field.chemical}" knows only ${field.heightM} m above ground; ask for that height.`);
  }
  // A copy: of a view the whole buffer would travel.
  return { ...layers.grid, kgPerM3: layers.concentration(frame).slice() };
}

function cutOf({ chemical, timesS, volume }: HazardField, timeS: number): VolumeCut {
  if (volume === undefined) throw refusal(`The field of "${chemical}" has no volume; ask for a slice at head height.`);
  const frame = volume.frames[frameBefore(timesS, timeS)] as VolumeFrame;
  return { grid: volume.grid, leastKgPerM3: volume.leastKgPerM3, frame: { ...frame, codes: frame.codes.slice() } };
}

function refusal(message: string): EngineError {
  return new EngineError('UPW_ENGINE_QUESTION', message);
}
