import type { FormEvent } from 'react';
import { server } from '../api/server';
import { skills } from '../api/types';
import { Dialog } from '../dialog/Dialog';
import { useTools } from '../tools';

interface Props {
  conversation: string;
  version: number;
  skill: string;
  onClose: () => void;
}

/** Passes a customer on to whoever knows more of it, with a note; the customer keeps the place. */
export function TransferDialog({ conversation, version, skill, onClose }: Props) {
  const { say, attempt } = useTools();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    void attempt(() => server.transfer(conversation, version, String(fields.get('skill')), String(fields.get('note') ?? '').trim())).then(onClose);
  }

  return (
    <Dialog title={say('transfer')} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label>
          {say('toSkill')}
          <select name="skill" defaultValue={skill} autoFocus>
            {skills.map(each => (
              <option key={each} value={each}>
                {say(`skill.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('transferNote')}
          <textarea name="note" rows={3} maxLength={1000} />
        </label>
        <p className="actions">
          <button className="button primary" type="submit">
            {say('transfer')}
          </button>
          <button className="button" type="button" onClick={onClose}>
            {say('cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
