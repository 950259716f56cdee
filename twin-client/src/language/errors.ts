import i18next from 'i18next';
import type { Fault } from '../live/answer.ts';
import { errorTexts } from './error-texts.ts';
import { useLanguage } from './language.ts';

/** The sentence of a fault in the reader's language; a code without one falls back to the server's own sentence. */
export function sentenceOf(fault: Fault): string {
  return fault.code in errorTexts.entries
    ? i18next.t(fault.code, { ns: errorTexts.namespace, ...fault.parameters })
    : fault.message;
}

/** The same, following the language. */
export function useSentence(): (fault: Fault) => string {
  useLanguage();
  return sentenceOf;
}
