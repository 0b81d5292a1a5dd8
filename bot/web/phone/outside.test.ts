import { expect, test } from 'vitest';
import { hear, nothingOutside } from './outside';

test('a telephone that rings is shown', () => {
  const rung = hear(nothingOutside, { number: 1, at: '', kind: 'rings', sid: 'CA1', from: '+8215880000', to: '+82255550111' });
  expect(rung.phones).toEqual([{ sid: 'CA1', number: '+82255550111' }]);
});

test('messages of both sides stand in the order in which they were written', () => {
  const wrote = hear(nothingOutside, { number: 1, at: '', kind: 'wrote', from: '+821012345678', to: '+8215880000', body: 'one' });
  const answered = hear(wrote, { number: 2, at: '', kind: 'text', to: '+821012345678', body: 'two' });
  expect(answered.messages.map(message => [message.from, message.body])).toEqual([['+821012345678', 'one'], [undefined, 'two']]);
});

test('what happens in a call is none of its business', () => {
  expect(hear(nothingOutside, { number: 1, at: '', kind: 'status', status: 'ringing' })).toBe(nothingOutside);
});
