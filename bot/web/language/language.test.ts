import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './language';

describe('the language of a page', () => {
  it('is the one that was chosen before', () => {
    expect(chooseLanguage('en', ['ko-KR'])).toBe('en');
  });

  it('follows the browser, region or not', () => {
    expect(chooseLanguage(null, ['en-GB', 'ko'])).toBe('en');
    expect(chooseLanguage(null, ['ko'])).toBe('ko');
  });

  it('passes over languages that we do not speak', () => {
    expect(chooseLanguage(null, ['fr-FR', 'en-US'])).toBe('en');
  });

  it('is Korean when nothing fits', () => {
    expect(chooseLanguage(null, ['fr-FR'])).toBe('ko');
    expect(chooseLanguage('fr', [])).toBe('ko');
  });
});
