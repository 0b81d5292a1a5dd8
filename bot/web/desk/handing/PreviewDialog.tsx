import { useEffect, useState } from 'react';
import { server } from '../api/server';
import type { Startable } from '../api/types';
import { Dialog } from '../dialog/Dialog';
import { useTools } from '../tools';

/** A way out of a conversation, or to the bot and back. */
export interface Handing {
  act: 'return' | 'end' | 'delegate' | 'start';
  slot?: string;
  intent?: Startable;
  /** The order that it is about. */
  about?: string;
}

interface Props {
  handing: Handing;
  conversation: string;
  version: number;
  onClose: () => void;
}

const titles = { return: 'giveBack', end: 'end', delegate: 'letBot', start: 'letBotStart' } as const;

/** Shows what the customer will hear, word for word, before it is done. */
export function PreviewDialog({ handing, conversation, version, onClose }: Props) {
  const { say, attempt } = useTools();
  const [says, setSays] = useState<string[]>();
  const { act, slot = '', intent = 'return', about } = handing;

  useEffect(() => {
    let isCurrent = true;
    void attempt(async () => {
      const preview = await server.preview(conversation, act, { ...(slot && { slot }), ...(act === 'start' && { intent, ...(about && { about }) }) });
      if (isCurrent) setSays(preview.says);
    });
    return () => {
      isCurrent = false;
    };
  }, [conversation, act, slot, intent, about, version, attempt]);

  const does = {
    return: () => server.giveBack(conversation, version),
    end: () => server.end(conversation, version),
    delegate: () => server.delegate(conversation, version, slot),
    start: () => server.start(conversation, version, intent, about),
  };

  return (
    <Dialog title={act === 'start' ? `${say(`start.${intent}`)}${about ? ` · ${about}` : ''}` : say(titles[act])} onClose={onClose}>
      <p className="small">{say('customerHears')}</p>
      <blockquote className="preview" aria-busy={says === undefined}>
        {says?.map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </blockquote>
      <form
        className="actions"
        onSubmit={event => {
          event.preventDefault();
          void attempt(does[act]).then(onClose);
        }}
      >
        <button className="button primary" type="submit" autoFocus>
          {say(titles[act])}
        </button>
        <button className="button" type="button" onClick={onClose}>
          {say('cancel')}
        </button>
      </form>
    </Dialog>
  );
}
