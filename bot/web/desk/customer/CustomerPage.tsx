import { useEffect, useState } from 'react';
import { Refused, server } from '../api/server';
import type { Contact } from '../api/types';
import { caseName, channelName, languageName, outcomeName, promiseName } from '../names';
import { useTools } from '../tools';
import { useNow } from '../useNow';
import { HistoryPart } from './HistoryPart';
import { PastDialog } from './PastDialog';
import type { Customer, History } from './types';

interface Props {
  id: string;
  language: string;
  problem: string;
  onClose: () => void;
}

/** Everything about one customer, by id alone: contacts, orders, cases, promises, what they thought. */
export function CustomerPage({ id, language, problem, onClose }: Props) {
  const { say, locale, ahead, attempt } = useTools();
  const now = useNow() + ahead;
  const [customer, setCustomer] = useState<Customer | null>();
  const [contact, setContact] = useState<Contact>();
  const [past, setPast] = useState<History['contacts']>();

  useEffect(() => {
    let isCurrent = true;
    void attempt(async () => {
      try {
        const found = await server.customer(id);
        if (isCurrent) setCustomer(found);
      } catch (fault) {
        if (!(fault instanceof Refused && fault.status === 404)) throw fault;
        if (isCurrent) setCustomer(null);
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [id, attempt]);

  const time = (at: string) => new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const reached = contact ?? customer?.contact;
  const title = (each: History['contacts']) => `${time(each.startedAt)} · ${channelName(say, each.channel)}`;

  return (
    <main className="customer-page" aria-label={say('history')}>
      <header>
        <h1>{customer ? customer.name : say('history')}</h1>
        <button className="button" type="button" onClick={onClose}>
          {say('close')}
        </button>
      </header>
      <p className="problem" role="alert">
        {customer === null ? say('noCustomer', { id }) : problem}
      </p>
      {customer && (
        <>
          <section className="wide">
            <h2>
              {customer.id}
              {customer.tier && (
                <>
                  {' · '}
                  <bdi>{customer.tier}</bdi>
                </>
              )}
              {customer.isGuest && ` · ${say('guest')}`}
            </h2>
            <dl className="contact">
              {(['phone', 'email', 'address'] as const).map(
                field =>
                  reached?.[field] && (
                    <div key={field}>
                      <dt>{say(field)}</dt>
                      <dd>{reached[field]}</dd>
                    </div>
                  ),
              )}
            </dl>
            {!contact && (
              <button className="link" type="button" onClick={() => void attempt(async () => setContact(await server.customerContact(id)))}>
                {say('reveal')}
              </button>
            )}
          </section>
          <HistoryPart
            customer={id} part="contacts" language={language} title={say('contacts')}
            show={each => (
              <li key={each.id}>
                <p>
                  <button className="link" type="button" onClick={() => setPast(each)}>
                    {title(each)}
                  </button>{' '}
                  · {languageName(say, each.language)}
                </p>
                {each.about.length > 0 && <p>{each.about.join(', ')}</p>}
                <p className="small">
                  {outcomeName(say, each)}
                  {each.agentName && ` · ${each.agentName}`}
                </p>
              </li>
            )}
          />
          <HistoryPart
            customer={id} part="orders" language={language} title={say('orders')}
            show={order => (
              <li key={order.id}>
                <p>
                  <strong>{order.id}</strong> · {order.status}
                  {order.placedAt && <span className="small"> · {say('placed', { day: new Date(order.placedAt).toLocaleDateString(locale, { dateStyle: 'medium' }) })}</span>}
                </p>
                {order.lines.map((line, at) => (
                  <p key={at} className="small">
                    <bdi>{line.title}</bdi> ×{line.quantity} · {line.price}
                  </p>
                ))}
                {order.returns.map(back => (
                  <p key={back.number} className="small">
                    ↩ {back.number} · {back.status} · {back.refund}
                  </p>
                ))}
              </li>
            )}
          />
          <HistoryPart
            customer={id} part="cases" language={language} title={say('cases.all')}
            show={matter => (
              <li key={matter.number}>
                <p>
                  <strong>{matter.number}</strong> · {caseName(say, matter.kind)} · {matter.status}
                </p>
                <p className="small">
                  {time(matter.openedAt)}
                  {matter.answerBy && ` · ${say('answerBy', { time: time(matter.answerBy) })}`}
                </p>
                {matter.summary && <blockquote>{matter.summary}</blockquote>}
              </li>
            )}
          />
          <HistoryPart
            customer={id} part="promises" language={language} title={say('promises')}
            show={(promise, at) => (
              <li key={`${promise.madeAt}.${at}`}>
                <p>
                  <bdi>{promiseName(say, promise.kind)}</bdi>
                  {promise.caseNumber && ` · ${promise.caseNumber}`}
                </p>
                <p className={!promise.keptAt && Date.parse(promise.dueAt) < now ? 'small overdue' : 'small'}>
                  {say('madeOn', { time: time(promise.madeAt) })} · {say('dueBy', { time: time(promise.dueAt) })} · {promise.keptAt ? say('keptOn', { time: time(promise.keptAt) }) : say('notKept')}
                </p>
              </li>
            )}
          />
          <HistoryPart
            customer={id} part="satisfaction" language={language} title={say('satisfaction')}
            show={(answer, at) => (
              <li key={`${answer.at}.${at}`}>
                <p>
                  <strong>{say('score', { score: answer.score })}</strong> · <span className="small"><bdi>{answer.about}</bdi> · {time(answer.at)}</span>
                </p>
                {answer.comment && <blockquote>{answer.comment}</blockquote>}
              </li>
            )}
          />
        </>
      )}
      {past && (
        <PastDialog
          conversation={past.id} title={title(past)} read={() => server.past(id, past.id)} unveil={line => server.unveilPast(id, past.id, line.version, line.index)}
          onClose={() => setPast(undefined)}
        />
      )}
    </main>
  );
}
