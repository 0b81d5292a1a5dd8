import type { Packet, Reply } from '../api/types';

/** What the fields of a ready reply stand for; a field without a value stays as it is, so that it is seen before it is sent. */
export function fill(words: string, packet: Packet | undefined, agent: string): string {
  const meant = packet?.orders.find(order => order.isMeant);
  const values: Record<string, string | undefined> = {
    customer: packet?.customer?.name, agent, order: meant?.id, item: packet?.facts.find(fact => fact.slot === 'items')?.text,
    case: packet?.cases[0]?.number, receipt: packet?.receipts.at(-1)?.number,
  };
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The replies that a search behind a slash finds: `/refu` finds what has "refu" in its name. */
export function find(replies: readonly Reply[], draft: string, language: string): Reply[] {
  if (!draft.startsWith('/')) return [];
  const wanted = draft.slice(1).trim().toLowerCase();
  return replies.filter(reply => reply.language === language && reply.name.toLowerCase().includes(wanted)).slice(0, 6);
}
