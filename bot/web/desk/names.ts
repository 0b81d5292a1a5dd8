import { texts, type Say } from './texts';

type Key = keyof (typeof texts)['ko'];
const known = (key: string): key is Key => key in texts.ko;
const named = (say: Say, key: string, otherwise: string) => (known(key) ? say(key) : otherwise);

/** What the server's short words are called; a word that this page does not know is shown as it is. */
export const skillName = (say: Say, skill: string) => named(say, `skill.${skill}`, skill);
export const triggerName = (say: Say, trigger: string) => named(say, `trigger.${trigger}`, trigger);
export const moodName = (say: Say, mood: string) => named(say, `mood.${mood}`, mood);
export const channelName = (say: Say, channel: string) => named(say, `channel.${channel}`, say('channel.other'));
export const presenceName = (say: Say, presence: string) => named(say, presence, presence);
export const languageName = (say: Say, language: string) => named(say, `language.${language}`, language);

/** What a row of the audit tells. */
export const auditName = (say: Say, action: string) => named(say, `audit.${action}`, action);

const outcomes: Readonly<Record<string, Key>> = { reached: 'reached', 'not-reached': 'notReached', released: 'release' };
/** More about it, in words where they are ours; a conversation's or a slot's name stays as it is. */
export function auditDetail(say: Say, detail: string): string {
  const key = outcomes[detail] ?? ['role', 'ended', 'skill', 'abuse', 'rung', 'start'].map(kind => `${kind}.${detail}`).find(known);
  return key !== undefined && known(key) ? say(key) : detail;
}

export const caseName = (say: Say, kind: string) => named(say, `case.${kind}`, kind);
export const verdictName = (say: Say, kind: string) => named(say, kind, kind);
export const promiseName = (say: Say, kind: string) => named(say, `promise.${kind}`, kind);
/** How a conversation came out: how its agent wrapped it up, even where the bot goes on with it; or how it stands. */
export function outcomeName(say: Say, contact: { outcome: string; isOpen: boolean }): string {
  const standing = contact.isOpen ? say('openNow') : named(say, `outcome.${contact.outcome}`, contact.outcome);
  return named(say, `ended.${contact.outcome}`, standing);
}

/** More about an event, in words. */
export function detailName(say: Say, event: { text: string; detail?: string }): string {
  const detail = event.detail ?? '';
  if (event.text === 'transferred') return skillName(say, detail);
  return named(say, event.text === 'started' ? `start.${detail}` : ['warned', 'spoken', 'not-spoken'].includes(event.text) ? `rung.${detail}` : event.text === 'stopped' ? `abuse.${detail}` : '', detail);
}

/** What happened, in words. */
export const eventName = (say: Say, event: string, values: Readonly<Record<string, string>>) => {
  const key = `event.${event}`;
  return known(key) ? say(key, values) : event;
};

/** How long something lasts, in the coarsest words that help. */
export function span(say: Say, milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1_000));
  if (seconds < 60) return say('seconds', { count: seconds });
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? say('minutes', { count: minutes }) : say('hours', { hours: Math.floor(minutes / 60), count: minutes % 60 });
}
