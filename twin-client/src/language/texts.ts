import i18next from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** A wording; where English counts, it has a singular and a plural, chosen by the parameter `count`. */
export type Wording = string | { readonly one: string; readonly other: string };

/** One text in both languages of the house. Leaving one out does not compile. Parameters are written `{{name}}`. */
export interface Entry {
  readonly zh: string;
  readonly en: Wording;
}

export type Parameters = Readonly<Record<string, string | number>>;

/** The texts of one part of the house; `Key` makes a wrong key a type error. */
export interface Texts<Key extends string> {
  readonly namespace: string;
  readonly entries: Readonly<Record<Key, Entry>>;
}

export type Say<Key extends string> = (key: Key, parameters?: Parameters) => string;

/** The two dictionaries that i18next reads, made from entries that stand side by side. */
export function dictionaries(entries: Readonly<Record<string, Entry>>) {
  const zh: Record<string, string> = {};
  const en: Record<string, string> = {};
  for (const [key, entry] of Object.entries(entries)) {
    zh[key] = entry.zh;
    if (typeof entry.en === 'string') en[key] = entry.en;
    else {
      en[`${key}_one`] = entry.en.one;
      en[`${key}_other`] = entry.en.other;
      zh[`${key}_other`] = entry.zh;
    }
  }
  return { zh, en };
}

/** Declares the texts of a part and registers them; a lazy desk brings its own. */
export function defineTexts<const Entries extends Readonly<Record<string, Entry>>>(
  namespace: string,
  entries: Entries,
): Texts<keyof Entries & string> {
  const { zh, en } = dictionaries(entries);
  const register = () => {
    i18next.addResourceBundle('zh', namespace, zh);
    i18next.addResourceBundle('en', namespace, en);
  };
  if (i18next.isInitialized) register();
  else i18next.on('initialized', register);
  return { namespace, entries };
}

/** Says a text outside React, in the present language. */
export function say<Key extends string>(texts: Texts<Key>, key: Key, parameters?: Parameters): string {
  const name: string = key;
  return i18next.t(name, { ns: texts.namespace, ...parameters });
}

/** Says texts inside React and follows the language. */
export function useTexts<Key extends string>(texts: Texts<Key>): Say<Key> {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return useCallback(
    (key: string, parameters?: Parameters) => i18n.t(key, { ns: texts.namespace, lng: language, ...parameters }),
    [i18n, texts, language],
  );
}
