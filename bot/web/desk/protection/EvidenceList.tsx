import { useEffect, useState } from 'react';
import { server } from '../api/server';
import type { Evidence } from '../api/types';
import { PastDialog } from '../customer/PastDialog';
import { detailName, eventName } from '../names';
import { useTools } from '../tools';

/** Warnings and endings for agents' protection, for managers. The list is asked for by a press, since every look is written down. */
export function EvidenceList() {
  const { say, locale, attempt } = useTools();
  const [isWanted, setWanted] = useState(false);
  const [acts, setActs] = useState<Evidence[]>();
  const [open, setOpen] = useState<Evidence>();

  useEffect(() => {
    if (isWanted) void attempt(async () => setActs(await server.evidence()));
  }, [isWanted, attempt]);

  const title = (act: Evidence) => `${new Date(act.at).toLocaleString(locale)} · ${eventName(say, act.action, { agent: act.agentName, detail: detailName(say, { text: act.action, ...(act.detail && { detail: act.detail }) }) })}`;
  return (
    <section>
      <h2>{say('evidence')}</h2>
      {!isWanted && (
        <button className="button" type="button" onClick={() => setWanted(true)}>
          {say('showEvidence')}
        </button>
      )}
      {acts?.length === 0 && <p className="empty">{say('noneYet')}</p>}
      <ul className="entries">
        {acts?.map((act, at) => (
          <li key={at}>
            <button className="link" type="button" onClick={() => setOpen(act)}>
              {title(act)}
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <PastDialog
          conversation={open.conversationId} title={title(open)} read={() => server.evidenceOf(open.conversationId)}
          unveil={line => server.unveilEvidence(open.conversationId, line.version, line.index)} onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}
