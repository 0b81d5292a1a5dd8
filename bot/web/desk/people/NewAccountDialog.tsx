import { useState, type FormEvent } from 'react';
import { Refused } from '../api/server';
import type { Me } from '../api/types';
import { Dialog } from '../dialog/Dialog';
import { useTools } from '../tools';
import { Abilities, abilitiesOf } from './Abilities';
import { peopleApi } from './api';
import { roles } from './types';

/** A new account: who it is, what they may do, what they can do. */
export function NewAccountDialog({ onClose }: { onClose: () => void }) {
  const { say } = useTools();
  const [problem, setProblem] = useState('');

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string) => String(fields.get(name) ?? '').trim();
    const { skills, languages, chatsAtMost } = abilitiesOf(fields);
    peopleApi
      .add({ login: field('login'), name: field('name'), role: field('role') as Me['role'], password: String(fields.get('password') ?? ''), skills: { ...skills }, languages: [...languages], chatsAtMost })
      .then(onClose, (fault: unknown) => setProblem(say(fault instanceof Refused && fault.status === 409 ? 'loginTaken' : 'failed')));
  }

  return (
    <Dialog title={say('addAgent')} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label>
          {say('login')}
          <input name="login" maxLength={100} autoComplete="off" required autoFocus />
        </label>
        <label>
          {say('name')}
          <input name="name" maxLength={60} required />
        </label>
        <label>
          {say('password')}
          <input name="password" type="password" minLength={8} maxLength={200} autoComplete="new-password" aria-describedby="password-hint" required />
        </label>
        <p id="password-hint" className="small">
          {say('passwordHint')}
        </p>
        <label>
          {say('role')}
          <select name="role">
            {roles.map(role => (
              <option key={role} value={role}>
                {say(`role.${role}`)}
              </option>
            ))}
          </select>
        </label>
        <Abilities skills={{}} languages={[]} chatsAtMost={3} />
        <p className="problem" role="alert">
          {problem}
        </p>
        <p className="actions">
          <button className="button primary" type="submit">
            {say('create')}
          </button>
          <button className="button" type="button" onClick={onClose}>
            {say('cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
