/** The times of a run: frames that are kept, and the finer steps between them. */
export interface TimeLadder {
  readonly timesS: Float64Array<ArrayBuffer>;
  readonly stepS: number;
  readonly stepsPerFrame: number;
}

/** Frames every 10 s or, of longer incidents, `mostFrames` in all; steps of at most 5 s, or 2000 in all. */
export function timeLadder(durationS: number, mostFrames = 90): TimeLadder {
  const frames = Math.max(1, Math.min(mostFrames, Math.ceil(durationS / 10)));
  const frameS = durationS / frames;
  const stepsPerFrame = Math.max(1, Math.min(Math.ceil(frameS / 5), Math.floor(2000 / frames)));
  const timesS = new Float64Array(frames + 1);
  for (let k = 0; k <= frames; k += 1) timesS[k] = k * frameS;
  return { timesS, stepS: frameS / stepsPerFrame, stepsPerFrame };
}
