import { useEffect, useState } from 'react';
import { server } from '../api/server';
import { abuseCauses, type AbuseCause } from '../api/types';
import { Dialog } from '../dialog/Dialog';
import { useTools } from '../tools';

interface Props {
  conversation: string;
  version: number;
  /** How often the customer was warned. */
  warnings: number;
  onClose: () => void;
}

const lastRung = 2;

/** The ladder against abuse: the first warning, the last, the end. The bot speaks each of them. */
export function ProtectionDialog({ conversation, version, warnings, onClose }: Props) {
  const { say, attempt } = useTools();
  const [cause, setCause] = useState<AbuseCause>('insult');
  const [says, setSays] = useState<string[]>();
  const ends = warnings >= lastRung || cause !== 'insult';
  const rung = warnings + 1;

  useEffect(() => {
    let isCurrent = true;
    setSays(undefined);
    void attempt(async () => {
      const preview = await (ends ? server.preview(conversation, 'stop') : server.preview(conversation, 'warn', { rung }));
      if (isCurrent) setSays(preview.says);
    });
    return () => {
      isCurrent = false;
    };
  }, [conversation, ends, rung, attempt]);

  const act = () => attempt(() => (ends ? server.stop(conversation, version, cause) : server.warn(conversation, version, rung)));

  return (
    <Dialog title={say('protect')} onClose={onClose}>
      <p className="small">{say('protectLead')}</p>
      <fieldset className="causes">
        <legend className="hidden">{say('protect')}</legend>
        {abuseCauses.map(each => (
          <label key={each} className="switch">
            <input type="radio" name="cause" checked={cause === each} onChange={() => setCause(each)} /> {say(`abuse.${each}`)}
          </label>
        ))}
      </fieldset>
      <ol className="ladder">
        {(['warnFirst', 'warnLast', 'stopNow'] as const).map((step, at) => (
          <li key={step} className={at < warnings ? 'done' : ''} aria-current={(ends ? lastRung : warnings) === at ? 'step' : undefined}>
            {say(step)}
          </li>
        ))}
      </ol>
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
          void act().then(onClose);
        }}
      >
        <button className="button primary" type="submit" disabled={says === undefined}>
          {say(ends ? 'stopNow' : rung === 1 ? 'warnFirst' : 'warnLast')}
        </button>
        <button className="button" type="button" onClick={onClose}>
          {say('cancel')}
        </button>
      </form>
    </Dialog>
  );
}
