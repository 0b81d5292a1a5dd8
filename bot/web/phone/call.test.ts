import { describe, expect, it } from 'vitest';
import { follow, isOver, noCall, passesAfter } from './call';
import type { CallEvent, Listening } from './events';

const at = '2026-11-24T10:00:00+09:00';
const gather: Listening = { to: 'gather', keys: true, speech: true, bargeIn: true, timeout: 5, finishOnKey: '#', numDigits: null, digits: '', language: 'ko-KR', other: '' };
const told = (...events: readonly object[]) => events.map((event, index) => ({ ...event, number: index + 1, at }) as CallEvent).reduce(follow, noCall);
const pressed = (key: string) => ({ kind: 'caller', unheard: false, act: { act: 'pressed', key } });

describe('the call', () => {
  it('is not there before it is placed', () => {
    expect(noCall.status).toBe('none');
    expect(isOver(noCall)).toBe(true);
  });

  it('writes down what is said, in order', () => {
    const call = told(
      { kind: 'status', status: 'in-progress' },
      { kind: 'hears', sounds: [{ sound: 'words', text: '안녕하세요', language: 'ko-KR' }, { sound: 'quiet', milliseconds: 300 }, { sound: 'words', text: '무엇을 도와드릴까요?', language: 'ko-KR' }] },
      { kind: 'caller', unheard: false, act: { act: 'spoke', text: '반품이요', confidence: 0.9 } },
    );
    expect(call.lines.map(line => line.who)).toEqual(['bot', 'bot', 'caller']);
    expect(new Set(call.lines.map(line => line.key)).size).toBe(3);
  });

  it('shows keys that follow each other as one entry', () => {
    const call = told(pressed('1'), pressed('2'), pressed('#'));
    expect(call.lines).toHaveLength(1);
    expect(call.lines[0]).toMatchObject({ act: { key: '12#' } });
  });

  it('counts an event once, however often the stream brings it', () => {
    const event = { kind: 'text', to: '+821000001234', body: 'link', number: 1, at } as CallEvent;
    expect(follow(follow(noCall, event), event).lines).toHaveLength(1);
  });

  it('keeps listening to somebody who was not heard', () => {
    const call = told({ kind: 'listens', listening: { ...gather, speech: false } }, { kind: 'caller', unheard: true, act: { act: 'spoke', text: 'hello', confidence: 1 } });
    expect(call.listening?.keys).toBe(true);
  });

  it('listens to nobody while the bot thinks, and after the end', () => {
    expect(told({ kind: 'listens', listening: gather }, pressed('1')).listening).toBeUndefined();
    expect(told({ kind: 'listens', listening: gather }, { kind: 'status', status: 'completed' }).listening).toBeUndefined();
  });
});

describe('a relayed call', () => {
  it('shows what goes over the socket among the steps', () => {
    const call = told({ kind: 'frame', fromBot: false, json: '{"type":"setup"}' }, { kind: 'frame', fromBot: true, json: '{"type":"text"}', turn: { dialog: 'welcome', state: 'Greet', expecting: 'choice' } });
    expect(call.steps).toMatchObject([{ fromBot: false, turn: null }, { fromBot: true, turn: { dialog: 'welcome' } }]);
  });
});

describe('time', () => {
  it('ends an entry of keys that was begun, and nothing else that waits for the caller', () => {
    expect(passesAfter(gather)).toBeUndefined();
    expect(passesAfter({ ...gather, digits: '12' })).toBe(5000);
  });

  it('passes by itself in a queue', () => {
    expect(passesAfter({ ...gather, to: 'queue' })).toBeGreaterThan(0);
  });
});
