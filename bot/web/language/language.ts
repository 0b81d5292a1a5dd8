/** The languages that the pages speak. */
export const languages = ['ko', 'en'] as const;
export type Language = (typeof languages)[number];

/** Each page has a table of its texts in every language; the type keeps both sides complete. */
export type Texts<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** The name that the bot and the browser know each language by (BCP 47). */
export const locales: Readonly<Record<Language, string>> = { ko: 'ko-KR', en: 'en-US' };

/** Every language calls itself by its own name. */
export const ownNames: Readonly<Record<Language, string>> = { ko: '한국어', en: 'English' };

/**
 * What was chosen before wins; else the first language of the browser that we speak; else Korean.
 * `preferred` is the browser's list, such as `['en-GB', 'ko']`.
 */
export function chooseLanguage(chosen: string | null, preferred: readonly string[]): Language {
  const speak = (tag: string) => languages.find(language => tag.toLowerCase().split('-')[0] === language);
  return (chosen && speak(chosen)) || preferred.map(speak).find(Boolean) || 'ko';
}
