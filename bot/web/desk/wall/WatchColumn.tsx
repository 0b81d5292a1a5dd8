import { useRef, useState, type FormEvent } from 'react';
import { newId, server } from '../api/server';
import { Transcript } from '../conversation/Transcript';
import type { Signs } from '../api/types';
import { Lookers, Writing } from '../conversation/SignsLine';
import type { Conversation } from '../state';
import { Supervision } from '../telephone/Supervision';
import { useTools } from '../tools';

interface Props {
  id: string;
  conversation: Conversation;
  signs: Signs;
  problem: string;
  onClose: () => void;
}

/** Somebody else's conversation, as a supervisor looks on: notes go to the agent alone. */
export function WatchColumn({ id, conversation, signs, problem, onClose }: Props) {
  const { say, attempt } = useTools();
  const note = useRef(newId());
  const [ending, setEnding] = useState(false);

  function whisper(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const text = String(new FormData(form).get('note') ?? '').trim();
    if (!text) return;
    void attempt(() => server.note(id, note.current, text)).then(done => {
      if (!done) return;
      note.current = newId();
      form.reset();
    });
  }

  return (
    <main className="conversation" aria-label={say('conversation')}>
      <header>
        <h1>{conversation.packet?.customer?.name ?? say('unknown')}</h1>
        <p>{conversation.owner.agentName ? say('watching', { agent: conversation.owner.agentName }) : say('waiting')}</p>
        <Lookers signs={signs} />
        <p className="actions">
          <button className="button primary" type="button" onClick={() => void attempt(() => server.takeOver(id, conversation.version))}>
            {say('takeOver')}
          </button>
          <button className="button" type="button" onClick={() => (ending ? void attempt(() => server.forceEnd(id, conversation.version)).then(done => done && onClose()) : setEnding(true))}>
            {say(ending ? 'reallyEnd' : 'forceEnd')}
          </button>
          <button className="link" type="button" onClick={onClose}>
            {say('close')}
          </button>
        </p>
      </header>
      {conversation.call?.state === 'talking' && <Supervision conversation={id} />}
      <Transcript id={id} conversation={conversation} />
      <Writing signs={signs} />
      <p className="problem" role="alert">
        {problem}
      </p>
      <form className="reply for-desk" onSubmit={whisper}>
        <label>
          <span className="hidden">{say('note')}</span>
          <textarea name="note" rows={2} maxLength={2000} placeholder={say('noteHint')} />
        </label>
        <div className="sending">
          <button className="button" type="submit">
            {say('keepNote')}
          </button>
        </div>
      </form>
    </main>
  );
}
