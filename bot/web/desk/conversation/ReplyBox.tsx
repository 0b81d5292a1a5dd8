import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { newId, server } from '../api/server';
import { useTools } from '../tools';
import { drafts } from './drafts';

interface Props {
  conversation: string;
  version: number;
  box: RefObject<HTMLTextAreaElement | null>;
}

/** What I say. A draft survives a switch and a refresh; a message whose answer was lost is sent again as the same message. */
export function ReplyBox({ conversation, version, box }: Props) {
  const { say, attempt } = useTools();
  const [draft, setDraft] = useState(() => drafts.read(conversation));
  const [sending, setSending] = useState(false);
  const message = useRef({ id: newId(), text: '' });

  useEffect(() => drafts.write(conversation, draft), [conversation, draft]);

  async function send() {
    const text = draft.trim();
    if (!text || sending) return;
    // The same words are the same message, however often they are sent.
    if (message.current.text !== text) message.current = { id: newId(), text };
    setSending(true);
    const sent = await attempt(() => server.say(conversation, message.current.id, version, text));
    setSending(false);
    if (sent) {
      message.current = { id: newId(), text: '' };
      setDraft('');
    }
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape') box.current?.blur();
  }

  return (
    <form
      className="reply"
      onSubmit={event => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        <span className="hidden">{say('reply')}</span>
        <textarea ref={box} value={draft} rows={3} maxLength={4000} placeholder={say('replyHint')} onChange={event => setDraft(event.target.value)} onKeyDown={press} />
      </label>
      <button className="button primary" type="submit" disabled={!draft.trim() || sending}>
        {say('send')}
      </button>
    </form>
  );
}
