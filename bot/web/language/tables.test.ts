import { describe, expect, it } from 'vitest';
import { texts as chat } from '../chat/texts';
import { texts as desk } from '../desk/texts';
import { texts as dialogs, titles } from '../dialogs/texts';
import { texts as landing } from '../landing/texts';
import { texts as phone } from '../phone/texts';

describe.each(Object.entries({ chat, desk, dialogs, titles, landing, phone }))('the table %s', (_, table) => {
  const ko: Record<string, string> = table.ko;
  const en: Record<string, string> = table.en;

  it('has the same keys in both languages', () => {
    expect(Object.keys(ko).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.keys(ko))('says %s in Korean and in English', key => {
    expect(ko[key]).toMatch(/[가-힣]/);
    expect(en[key]).toMatch(/[A-Za-z]/);
    expect(en[key]).not.toMatch(/[가-힣]/);
  });

  it('keeps the same placeholders', () => {
    const placeholders = (text: string | undefined) => (text?.match(/\{\w+\}/g) ?? []).sort();
    for (const key of Object.keys(ko)) expect(placeholders(ko[key]), key).toEqual(placeholders(en[key]));
  });
});
