import { ageParts } from './format.ts';
import { sharedTexts } from './shared-texts.ts';
import { useTexts } from './texts.ts';

/** Says an age: “3 s ago”, “4 分钟前”. */
export function useAge(): (ageMs: number) => string {
  const say = useTexts(sharedTexts);
  return (ageMs) => {
    const { count, unit } = ageParts(ageMs);
    return say(`age.${unit}`, { count });
  };
}
