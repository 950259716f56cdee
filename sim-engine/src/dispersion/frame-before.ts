/** The last frame at or before a time, of frames in time order; the first for times before it. */
export function frameBefore(timesS: Float64Array<ArrayBuffer>, timeS: number): number {
  let low = 0;
  let high = timesS.length - 1;
  if (timeS >= (timesS[high] as number)) return high;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((timesS[middle] as number) <= timeS) low = middle;
    else high = middle;
  }
  return low;
}
