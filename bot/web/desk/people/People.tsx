import { useCallback, useEffect, useState } from 'react';
import { useTools } from '../tools';
import { peopleApi } from './api';
import { NewAccountDialog } from './NewAccountDialog';
import type { Account } from './types';

interface Props {
  /** Whose account is open here: nobody closes their own. */
  me: string;
  /** Somebody is new, or gone. */
  onChanged: () => void;
}

/** Everybody's account, for administrators: adding, closing, signing out everywhere. */
export function People({ me, onChanged }: Props) {
  const { say, attempt } = useTools();
  const [accounts, setAccounts] = useState<Account[]>([]);
  const [adding, setAdding] = useState(false);
  const read = useCallback(() => attempt(async () => setAccounts(await peopleApi.all())), [attempt]);

  useEffect(() => void read(), [read]);

  const change = (action: () => Promise<void>) => void attempt(action).then(() => {
    void read();
    onChanged();
  });
  return (
    <section>
      <h2>
        {say('people')} <span className="count">{accounts.length}</span>
      </h2>
      <table>
        <thead>
          <tr>
            {(['agentColumn', 'login', 'role', 'account'] as const).map(column => (
              <th key={column} scope="col">
                {say(column)}
              </th>
            ))}
            <th scope="col">
              <span className="hidden">{say('change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(account => (
            <tr key={account.id}>
              <td>{account.name}</td>
              <td>{account.login}</td>
              <td>{say(`role.${account.role}`)}</td>
              <td className={account.isDisabled ? 'bad' : ''}>{say(account.isDisabled ? 'accountClosed' : 'accountOpen')}</td>
              <td>
                {account.id !== me && (
                  <span className="actions">
                    <button className="link" type="button" aria-label={`${account.name} ${say('endSessions')}`} onClick={() => change(() => peopleApi.endSessions(account.id))}>
                      {say('endSessions')}
                    </button>
                    <button
                      className="link" type="button" aria-label={`${account.name} ${say(account.isDisabled ? 'openAccount' : 'closeAccount')}`}
                      onClick={() => change(() => peopleApi.close(account.id, !account.isDisabled))}
                    >
                      {say(account.isDisabled ? 'openAccount' : 'closeAccount')}
                    </button>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button className="button" type="button" onClick={() => setAdding(true)}>
        {say('addAgent')}
      </button>
      {adding && (
        <NewAccountDialog
          onClose={() => {
            setAdding(false);
            change(() => Promise.resolve());
          }}
        />
      )}
    </section>
  );
}
