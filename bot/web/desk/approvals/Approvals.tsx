import { useEffect, useState } from 'react';
import { server } from '../api/server';
import type { Approval } from '../api/types';
import type { Language } from '../../language/language';
import { Since } from '../inbox/Since';
import { useTools } from '../tools';

interface Props {
  /** Changes whenever something was asked or decided. */
  news: number;
  language: Language;
  onWatch: (conversation: string) => void;
}

/** Exceptions that agents ask for, above their own limit. */
export function Approvals({ news, language, onWatch }: Props) {
  const { say, locale, attempt } = useTools();
  const [open, setOpen] = useState<Approval[]>([]);

  const isEmpty = open.length === 0;
  useEffect(() => {
    const read = () => void attempt(async () => setOpen(await server.approvals(language)));
    read();
    if (isEmpty) return;
    // A conversation that ends takes its wish along, of which nobody is told.
    const again = window.setInterval(read, 15_000);
    return () => window.clearInterval(again);
  }, [attempt, news, language, isEmpty]);

  const decide = (approval: Approval, grant: boolean) =>
    attempt(async () => {
      await server.decide(approval.id, grant);
      setOpen(open.filter(other => other.id !== approval.id));
    });
  if (isEmpty) return null;
  return (
    <section className="approvals" aria-label={say('approvals')} role="alert">
      <h2>
        {say('approvals')} <span className="count">{open.length}</span>
      </h2>
      <ul className="rows">
        {open.map(approval => (
          <li key={approval.id}>
            <p>
              <strong>{approval.agentName}</strong> · {money(approval, locale)} · <Since at={approval.askedAt} />
            </p>
            <p className="small">
              {approval.text} ({approval.rule})
            </p>
            <p className="actions">
              <button className="button primary" type="button" disabled={!approval.mayDecide} onClick={() => void decide(approval, true)}>
                {say('grant')}
              </button>
              <button className="button" type="button" disabled={!approval.mayDecide} onClick={() => void decide(approval, false)}>
                {say('refuse')}
              </button>
              <button className="link" type="button" onClick={() => onWatch(approval.conversationId)}>
                {say('watch')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function money({ amount, currency }: Approval, locale: string): string {
  const form = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return form.format(amount / 10 ** (form.resolvedOptions().maximumFractionDigits ?? 0));
}
