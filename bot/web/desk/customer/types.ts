import type { Contact } from '../api/types';

/** A customer by id alone. How they are reached is masked. */
export interface Customer {
  id: string;
  name: string;
  isGuest: boolean;
  tier?: string;
  contact: Contact;
}

/** A customer's history by part; each item as the server shows it. */
export interface History {
  contacts: { id: string; channel: string; language: string; startedAt: string; lastAt: string; isOpen: boolean; about: string[]; outcome: string; agentName?: string };
  orders: {
    id: string; status: string; placedAt?: string; lines: { title: string; quantity: number; price: string }[];
    returns: { number: string; status: string; requestedAt: string; refund: string }[];
  };
  cases: { number: string; kind: string; status: string; openedAt: string; orderId?: string; answerBy?: string; summary?: string };
  promises: { kind: string; caseNumber?: string; madeAt: string; dueAt: string; owner: string; keptAt?: string };
  satisfaction: { about: string; score: number; at: string; comment?: string };
}
