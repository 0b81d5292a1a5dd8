import { expect, test } from 'vitest';
import { hear, nothingOutside } from './outside';

test('a telephone that rings and a message that arrives are shown, the newest first', () => {
  const rung = hear(nothingOutside, { number: 1, at: '', kind: 'rings', sid: 'CA1', from: '+8215880000', to: '+82255550111' });
  const both = hear(hear(rung, { number: 2, at: '', kind: 'text', to: '+821012345678', body: 'one' }), { number: 3, at: '', kind: 'text', to: '+821012345678', body: 'two' });
  expect(both.phones).toEqual([{ sid: 'CA1', number: '+82255550111' }]);
  expect(both.messages.map(message => message.body)).toEqual(['two', 'one']);
});

test('what happens in a call is none of its business', () => {
  expect(hear(nothingOutside, { number: 1, at: '', kind: 'status', status: 'ringing' })).toBe(nothingOutside);
});
