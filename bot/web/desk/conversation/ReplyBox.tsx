import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { newId, server } from '../api/server';
import type { Packet, Reply } from '../api/types';
import { useTools } from '../tools';
import { fill, find } from './canned';
import { drafts } from './drafts';
import { Suggestion } from './Suggestion';

/** Milliseconds after which the sign of writing is given again. */
const writingAgain = 3_000;

interface Props {
  conversation: string;
  version: number;
  packet: Packet | undefined;
  /** Whether the customer spoke last. */
  isAsked: boolean;
  language: string;
  agent: string;
  box: RefObject<HTMLTextAreaElement | null>;
  isNote: boolean;
  onNote: (isNote: boolean) => void;
}

/** What I say, to the customer or as a note to others at the desk. A draft survives a switch and a refresh; a message whose answer was lost is sent again as the same message. */
export function ReplyBox({ conversation, version, packet, isAsked, language, agent, box, isNote, onNote }: Props) {
  const { say, attempt } = useTools();
  const [draft, setDraft] = useState(() => drafts.read(conversation));
  const [sending, setSending] = useState(false);
  const [replies, setReplies] = useState<Reply[]>([]);
  const message = useRef({ id: newId(), text: '' });
  const written = useRef(draft);
  const toldWriting = useRef(0);
  const found = find(replies, draft, language);

  useEffect(() => {
    written.current = draft;
    drafts.write(conversation, draft);
  }, [conversation, draft]);
  useEffect(() => void attempt(async () => setReplies(await server.replies())), [attempt]);

  async function send() {
    const text = draft.trim();
    if (!text || sending) return;
    // The same words are the same message, however often they are sent.
    if (message.current.text !== text) message.current = { id: newId(), text };
    setSending(true);
    const { id } = message.current;
    const sent = await attempt(() => (isNote ? server.note(conversation, id, text) : server.say(conversation, id, version, text)));
    setSending(false);
    if (sent) {
      message.current = { id: newId(), text: '' };
      // What was written meanwhile is the next message, and a note stays a note.
      if (written.current.trim() !== text) return;
      drafts.write(conversation, '');
      setDraft('');
      if (isNote) onNote(false);
    }
  }

  function write(text: string) {
    setDraft(text);
    // A note or a search is nothing that the customer waits for.
    if (isNote || !text.trim() || text.startsWith('/') || Date.now() - toldWriting.current < writingAgain) return;
    toldWriting.current = Date.now();
    server.typing(conversation).catch(() => undefined); // a sign that was lost is made good by the next one
  }

  function use(words: string) {
    setDraft(words);
    box.current?.focus();
  }

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if ((event.key === 'Enter' || event.key === 'Tab') && found[0]) {
      event.preventDefault();
      use(fill(found[0].words, packet, agent));
    } else if (event.key === 'Escape') box.current?.blur();
  }

  return (
    <>
      {isAsked && !draft && !isNote && <Suggestion conversation={conversation} version={version} onUse={use} />}
      <form
        className={isNote ? 'reply for-desk' : 'reply'}
        onSubmit={event => {
          event.preventDefault();
          void send();
        }}
      >
        {found.length > 0 && (
          <ul className="canned" aria-label={say('canned')}>
            {found.map(reply => (
              <li key={reply.id}>
                <button type="button" onClick={() => use(fill(reply.words, packet, agent))}>
                  <strong>{reply.name}</strong> {fill(reply.words, packet, agent)}
                </button>
              </li>
            ))}
          </ul>
        )}
        <label>
          <span className="hidden">{say(isNote ? 'note' : 'reply')}</span>
          <textarea ref={box} value={draft} rows={3} maxLength={isNote ? 2000 : 4000} placeholder={say(isNote ? 'noteHint' : 'replyHint')} onChange={event => write(event.target.value)} onKeyDown={press} />
        </label>
        <div className="sending">
          <button className="button primary" type="submit" disabled={!draft.trim() || sending}>
            {say(isNote ? 'keepNote' : 'send')}
          </button>
          <label className="switch">
            <input type="checkbox" checked={isNote} onChange={event => onNote(event.target.checked)} /> {say('note')}
          </label>
        </div>
      </form>
    </>
  );
}
