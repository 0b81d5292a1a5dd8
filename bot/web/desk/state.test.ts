import { describe, expect, it } from 'vitest';
import type { ConversationView, DeskEvent, InboxItem, TranscriptLine } from './api/types';
import { empty, followed, reduce, unread, type DeskAction, type DeskState } from './state';

const item = (id: string, state: InboxItem['state'] = 'mine', at = '2026-11-22T01:00:00Z'): InboxItem => ({
  id, conversationId: `c-${id}`, state, channel: 'directline', isCall: false, trigger: 'asked', skill: 'returns', language: 'ko',
  reason: '상담원 바꿔 주세요', mood: 'calm', priority: 0, waitingSince: at, ...(state === 'mine' && { acceptedAt: at }),
});
const line = (version: number, kind: TranscriptLine['kind'], text = 'x'): TranscriptLine => ({ version, index: 0, at: '', kind, text, isVeiled: false, photos: [] });
const view = (version: number, lines: TranscriptLine[], id = 'c-1'): ConversationView => ({ id, version, owner: { kind: 'agent' }, warnings: 0, lines });
const begun = reduce(empty, { type: 'inbox', at: 0, inbox: { cursor: 5, now: '1970-01-01T00:00:01Z', presence: { state: 'available' }, items: [], queues: { lanes: [] }, doneToday: 0, reasons: [] } });
const play = (...actions: DeskAction[]): DeskState => actions.reduce(reduce, begun);
const comes = (sequence: number, what: Omit<DeskEvent, 'sequence' | 'at'>): DeskAction => ({ type: 'event', event: { sequence, at: '', ...what } as DeskEvent });

describe('what the desk shows', () => {
  it('takes every event once, however often it comes', () => {
    const offered = comes(6, { kind: 'item', body: item('1', 'offered') });
    const gone = comes(7, { kind: 'gone', body: { id: '1' } });
    expect(play(offered, offered, gone, offered).items).toEqual([]);
    expect(play(offered, gone).cursor).toBe(7);
  });

  it('shows offers before one’s own, and those in the order in which they were accepted', () => {
    const state = play(
      comes(6, { kind: 'item', body: item('late', 'mine', '2026-11-22T03:00:00Z') }),
      comes(7, { kind: 'item', body: item('early', 'mine', '2026-11-22T02:00:00Z') }),
      comes(8, { kind: 'item', body: item('offer', 'offered', '2026-11-22T04:00:00Z') }));
    expect(state.items.map(each => each.id)).toEqual(['offer', 'early', 'late']);
  });

  it('counts what is wrapped up, but neither an offer that went on nor what was passed on', () => {
    const state = play(
      comes(6, { kind: 'item', body: item('1') }), comes(7, { kind: 'item', body: item('2', 'offered') }), comes(8, { kind: 'item', body: item('3') }),
      comes(9, { kind: 'gone', body: { id: '2' } }), comes(10, { kind: 'gone', body: { id: '3' } }),
      comes(11, { kind: 'item', body: item('1', 'wrap-up') }), comes(12, { kind: 'gone', body: { id: '1' } }));
    expect(state.doneToday).toBe(1);
  });

  it('tells a supervisor the last thing that the deadline of each conversation has done, until it was read', () => {
    const alarm = (sequence: number, conversationId: string, step: 'answer-soon' | 'answer-late') => comes(sequence, { kind: 'alarm', body: { step, conversationId, skill: 'returns', language: 'ko' } });
    const state = play(alarm(6, 'c-1', 'answer-soon'), alarm(7, 'c-2', 'answer-soon'), alarm(8, 'c-1', 'answer-late'));
    expect(state.alarms.map(each => each.conversationId + each.step)).toEqual(['c-2answer-soon', 'c-1answer-late']);
    expect(reduce(state, { type: 'read' }).alarms).toEqual([]);
  });

  it('closes a conversation that is over, and keeps it for wrapping up', () => {
    const state = play(comes(6, { kind: 'item', body: item('1') }), { type: 'open', id: '1' }, comes(7, { kind: 'item', body: item('1', 'wrap-up') }));
    expect([state.open, state.items.map(each => each.state)]).toEqual([null, ['wrap-up']]);
  });

  it('looks on at one conversation beside one’s own, and forgets it afterwards', () => {
    const state = play(comes(6, { kind: 'item', body: item('1') }), { type: 'watch', conversation: 'c-9' });
    expect(followed(state)).toEqual(['c-1', 'c-9']);
    const seen = reduce(state, { type: 'conversation', view: view(2, [line(1, 'customer')], 'c-9') });
    expect(Object.keys(reduce(seen, { type: 'open', id: '1' }).conversations)).toEqual([]);
  });

  it('takes what is known in another language for what was known before, and no line twice', () => {
    const packet = (brief: string) => ({ brief }) as NonNullable<ConversationView['packet']>;
    const korean = play(comes(6, { kind: 'item', body: item('1') }), { type: 'conversation', view: { ...view(3, [line(1, 'customer'), line(3, 'bot')]), packet: packet('요약') } });
    const english = reduce(korean, { type: 'conversation', view: { ...view(3, [line(1, 'customer'), line(3, 'bot')]), packet: packet('Brief') } });
    expect([english.conversations['c-1']?.packet?.brief, english.conversations['c-1']?.lines.length]).toEqual(['Brief', 2]);
  });

  it('closes what has left, and forgets its conversation', () => {
    const state = play(
      comes(6, { kind: 'item', body: item('1') }), { type: 'conversation', view: view(3, [line(1, 'customer')]) }, { type: 'open', id: '1' },
      comes(7, { kind: 'gone', body: { id: '1' } }));
    expect([state.open, state.conversations]).toEqual([null, {}]);
  });

  it('asks for the inbox anew when its cursor is too old', () => {
    expect(play(comes(900, { kind: 'reset', body: {} })).cursor).toBeNull();
  });

  it('neither loses nor doubles a line after a reconnect', () => {
    const state = play(
      comes(6, { kind: 'item', body: item('1') }), { type: 'conversation', view: view(3, [line(1, 'customer'), line(3, 'bot')]) },
      { type: 'conversation', view: view(5, [line(3, 'bot'), line(5, 'customer')]) }, { type: 'conversation', view: view(4, [line(4, 'agent')]) });
    expect(state.conversations['c-1']?.lines.map(each => each.version)).toEqual([1, 3, 5]);
  });

  it('counts what the customer said while another conversation was open', () => {
    const before = play(comes(6, { kind: 'item', body: item('1') }), { type: 'conversation', view: view(3, [line(1, 'customer')]) });
    const after = reduce(before, { type: 'conversation', view: view(5, [line(4, 'customer'), line(5, 'bot')]) });
    expect([unread(before, item('1')), unread(after, item('1'))]).toEqual([0, 1]);
    expect(unread(reduce(after, { type: 'open', id: '1' }), item('1'))).toBe(0);
  });

  it('shows a call as it stands now, and none once it is over', () => {
    const call = { talk: 1, state: 'talking', waitingSince: '', since: '', isCallback: false, attempts: 0, attemptsAtMost: 3, isMuted: false, recording: 'on' } as const;
    const talking = play(comes(6, { kind: 'item', body: item('1') }), { type: 'conversation', view: { ...view(3, [line(1, 'customer')]), call } });
    const held = reduce(talking, { type: 'conversation', view: { ...view(3, []), call: { ...call, heldSince: '1' } } });
    const over = reduce(held, { type: 'conversation', view: view(4, [line(4, 'event')]) });
    expect([talking, held, over].map(state => [state.conversations['c-1']?.call?.state, state.conversations['c-1']?.call?.heldSince])).toEqual([['talking', undefined], ['talking', '1'], [undefined, undefined]]);
    expect(over.conversations['c-1']?.lines).toHaveLength(2);
  });

  it('says that an exception was asked for until just that wish was decided, whatever comes of the conversation meanwhile', () => {
    const packet = { brief: '' } as NonNullable<ConversationView['packet']>;
    const decided = (sequence: number, id: string, state: 'asked' | 'granted' | 'refused', isYours = true) => comes(sequence, { kind: 'approval', body: { id, conversationId: 'c-1', state, isYours } });
    const asked = (state: DeskState) => state.conversations['c-1']?.asked;
    const opened = play(comes(6, { kind: 'item', body: item('1') }), { type: 'conversation', view: { ...view(3, []), packet, askedApproval: 'w-1' } });
    const later = reduce(opened, { type: 'conversation', view: view(4, [line(4, 'customer')]) });
    expect([asked(opened), asked(later)]).toEqual(['w-1', 'w-1']);
    expect(asked(reduce(later, decided(7, 'w-0', 'refused')))).toBe('w-1');
    expect(reduce(later, decided(7, 'w-9', 'granted', false))).toMatchObject({ decided: null, approvals: 7 }); // another's
    const refused = reduce(later, decided(7, 'w-1', 'refused'));
    expect([asked(refused), refused.decided]).toEqual([undefined, 'refused']);
    const again = reduce(refused, decided(8, 'w-2', 'asked'));
    expect([asked(again), again.decided, again.approvals]).toEqual(['w-2', 'refused', 8]);
    expect(asked(reduce(again, { type: 'conversation', view: { ...view(5, []), packet } }))).toBeUndefined();
  });

  it('shows signs of the conversation in front, and forgets them with it', () => {
    const signs = { lookers: ['최민호'], writers: [], customerWrites: true };
    const open = play(comes(6, { kind: 'item', body: item('1') }), comes(7, { kind: 'item', body: item('2') }), { type: 'open', id: '1' }, { type: 'signs', conversation: 'c-1', signs });
    expect(open.signs).toEqual(signs);
    expect(reduce(open, { type: 'signs', conversation: 'c-2', signs: { ...signs, lookers: [] } }).signs).toEqual(signs);
    expect(reduce(open, { type: 'open', id: '2' }).signs.customerWrites).toBe(false);
  });

  it('marks the next and the previous, and stops at the ends', () => {
    const two = [comes(6, { kind: 'item', body: item('1', 'mine', '1') }), comes(7, { kind: 'item', body: item('2', 'mine', '2') })];
    const marks = (...by: (1 | -1)[]) => play(...two, ...by.map(each => ({ type: 'mark', by: each }) as const)).marked;
    expect([marks(1), marks(1, 1), marks(1, -1), marks(-1)]).toEqual(['2', '2', '1', '1']);
  });
});
