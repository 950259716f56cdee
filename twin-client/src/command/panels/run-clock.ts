/** 12:05 after the start, in minutes and seconds. */
export function runClock(timeS: number): string {
  const whole = Math.round(timeS);
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}
