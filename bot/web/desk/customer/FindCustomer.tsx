import type { FormEvent } from 'react';
import { useTools } from '../tools';

/** Opens a customer by id alone. */
export function FindCustomer({ onFind }: { onFind: (id: string) => void }) {
  const { say } = useTools();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const id = String(new FormData(event.currentTarget).get('customer') ?? '').trim();
    if (id) onFind(id);
  }

  return (
    <form className="find" role="search" onSubmit={submit}>
      <label>
        <span className="hidden">{say('customerId')}</span>
        <input name="customer" maxLength={400} placeholder={say('customerId')} required />
      </label>
      <button className="button" type="submit">
        {say('find')}
      </button>
    </form>
  );
}
