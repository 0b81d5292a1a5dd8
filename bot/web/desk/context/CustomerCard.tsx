import { useState } from 'react';
import { server } from '../api/server';
import type { Contact, Packet } from '../api/types';
import { useTools } from '../tools';

/** Who it is, and how sure that is. How they are reached is shown on a press, which is written down. */
export function CustomerCard({ packet, conversation, onHistory }: { packet: Packet; conversation: string; onHistory: (customer: string) => void }) {
  const { say, attempt } = useTools();
  const [contact, setContact] = useState<Contact>();
  const { customer } = packet;
  if (!customer) return null;
  return (
    <section>
      <h2>{say('customer')}</h2>
      <p className="verdict">
        <strong>{customer.name}</strong> · {say('verified')}
        {customer.tier && (
          <>
            {' · '}
            <bdi>{customer.tier}</bdi>
          </>
        )}
      </p>
      {contact ? (
        <dl className="contact">
          {(['phone', 'email', 'address'] as const).map(
            field =>
              contact[field] && (
                <div key={field}>
                  <dt>{say(field)}</dt>
                  <dd>{contact[field]}</dd>
                </div>
              ),
          )}
        </dl>
      ) : (
        <button className="link" type="button" onClick={() => void attempt(async () => setContact(await server.contact(conversation)))}>
          {say('reveal')}
        </button>
      )}
      <button className="link" type="button" onClick={() => onHistory(customer.id)}>
        {say('openHistory')} <kbd>i</kbd>
      </button>
    </section>
  );
}
