import { describe, expect, it } from 'vitest';
import type { Packet, Reply } from '../api/types';
import { fill, find } from './canned';

const packet = { customer: { name: '김하늘' }, orders: [{ id: '1', isMeant: false }, { id: '2', isMeant: true }], facts: [], cases: [], receipts: [] } as unknown as Packet;
const replies: Reply[] = [
  { id: '1', language: 'ko', name: '배송비 안내', words: '' }, { id: '2', language: 'en', name: 'Refund time', words: '' }, { id: '3', language: 'en', name: 'Greeting', words: '' },
];

describe('replies that are ready', () => {
  it('fills what is known, and leaves the rest to be seen', () => {
    expect(fill('{customer} 님, {order} 주문의 {item}', packet, '이지은')).toBe('김하늘 님, 2 주문의 {item}');
  });

  it('finds by name behind a slash, in the language of the customer', () => {
    expect(find(replies, '/ref', 'en').map(each => each.id)).toEqual(['2']);
    expect(find(replies, '/', 'ko').map(each => each.id)).toEqual(['1']);
    expect(find(replies, 'ref', 'en')).toEqual([]);
  });
});
