import { type ErrorCode, type ErrorParameters, sentenceOf } from '../errors.ts';

/** Why a message, or one sample in it, was not taken. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
}

const longest = 120;

/** Texts from outside are cut and lose what could break a log line or a page. */
export function refusal(code: ErrorCode, parameters: ErrorParameters): Refusal {
  return { code, message: sentenceOf(code, parameters) };
}

/** A value from outside as it may be repeated in a sentence. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const clean = text.replace(/[\p{Cc}\p{Cf}]/gu, '�');
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}
