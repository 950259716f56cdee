import type { Language, Text } from '@upwind/scenes';
import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';

const storageKey = 'upwind.language';

/** The language of the first visit is the browser's, after that the reader's choice. */
export function firstLanguage(remembered: string | undefined, browser: readonly string[]): Language {
  if (remembered === 'zh' || remembered === 'en') return remembered;
  const known = browser.find((tag) => /^(zh|en)\b/i.test(tag));
  return known?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function mark(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** Starts i18next; texts register themselves. */
export function startLanguages(): void {
  const language = firstLanguage(localStorage.getItem(storageKey) ?? undefined, navigator.languages);
  mark(language);
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { bindI18nStore: 'added' },
  });
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
  mark(language);
  void i18next.changeLanguage(language);
}

export function presentLanguage(): Language {
  return i18next.language === 'zh' ? 'zh' : 'en';
}

/** The reader's language, followed. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'zh' ? 'zh' : 'en';
}

/** Reads a two-language text of the data (names of elements, points, drills) in the reader's language. */
export function useName(): (text: Text) => string {
  const language = useLanguage();
  return useCallback((text) => text[language], [language]);
}
