/** Times of day worth calling at; each is the next time that it comes, since the shop's clock only goes forward. */
export const moments = ['morning', 'lunch', 'night', 'sunday'] as const;
export type Moment = (typeof moments)[number];

const hours: Readonly<Record<Moment, readonly [hour: number, minute: number]>> = { morning: [10, 0], lunch: [12, 20], night: [22, 30], sunday: [14, 0] };

/** The next such moment after `now`, with the shop's own offset: `2026-11-24T10:00:00+09:00`. */
export function next(moment: Moment, now: string): string {
  const { local, offset } = apart(now);
  const [hour, minute] = hours[moment];
  const time = new Date(local);
  time.setUTCHours(hour, minute, 0, 0);
  const unfit = () => time.getTime() <= local.getTime() || (moment === 'sunday') !== (time.getUTCDay() === 0) || (moment !== 'sunday' && time.getUTCDay() === 6);
  while (unfit()) time.setUTCDate(time.getUTCDate() + 1);
  return time.toISOString().slice(0, 19) + offset;
}

/** The shop's time as written in its own country: `2026-11-24 10:00`. */
export function written(now: string): { readonly date: string; readonly time: string } {
  const { local } = apart(now);
  return { date: local.toISOString().slice(0, 10), time: local.toISOString().slice(11, 16) };
}

/** The wall clock of the shop, held in a date's UTC fields, apart from its offset. */
function apart(now: string): { readonly local: Date; readonly offset: string } {
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(now)?.[0] ?? 'Z';
  return { local: new Date(now.slice(0, now.length - offset.length) + 'Z'), offset };
}
