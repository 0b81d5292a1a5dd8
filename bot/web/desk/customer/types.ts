import type { Schemas } from '../api/types';

/** A customer by id alone. How they are reached is masked. */
export type Customer = Schemas['CustomerView'];

/** A customer's history by part; each item as the server shows it. */
export interface History {
  contacts: Schemas['ContactItem'];
  orders: Schemas['OrderItem'];
  cases: Schemas['CaseItem'];
  promises: Schemas['PromiseItem'];
  satisfaction: Schemas['SatisfactionItem'];
}

/** Reads a page of each part. */
export type HistoryPages = { [Part in keyof History]: (customer: string, page: number, language: string) => Promise<{ items: History[Part][]; hasMore: boolean }> };
