import { server } from '../api/server';
import type { Conversation } from '../state';
import { useTools } from '../tools';
import type { Handing } from './PreviewDialog';

interface Props {
  id: string;
  conversation: Conversation;
  onHanding: (handing: Handing) => void;
  onTransfer: () => void;
  onProtect: () => void;
}

/** The ways out of a conversation: back to the bot, to a colleague, to its end, and against abuse. */
export function Ways({ id, conversation, onHanding, onTransfer, onProtect }: Props) {
  const { say, attempt } = useTools();
  return (
    <>
      <button className="button primary" type="button" onClick={() => onHanding({ act: 'return' })}>
        {say('giveBack')} <kbd>b</kbd>
      </button>
      <button className="button" type="button" onClick={onTransfer}>
        {say('transfer')} <kbd>t</kbd>
      </button>
      <button className="button" type="button" onClick={() => onHanding({ act: 'end' })}>
        {say('end')} <kbd>w</kbd>
      </button>
      <button className="button" type="button" onClick={onProtect}>
        {say('protect')}
        {conversation.warnings > 0 && ` · ${say('warned', { count: conversation.warnings })}`} <kbd>s</kbd>
      </button>
      {conversation.warnings >= 2 && (
        <button className="button stop" type="button" onClick={() => void attempt(() => server.stop(id, conversation.version, 'insult'))}>
          {say('stopNow')}
        </button>
      )}
    </>
  );
}
