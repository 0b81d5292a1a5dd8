import type { FormEvent } from 'react';
import { server } from '../api/server';
import type { WallAgent } from './types';
import { Dialog } from '../dialog/Dialog';
import { Abilities, abilitiesOf } from '../people/Abilities';
import { useTools } from '../tools';

/** What an agent can be given. */
export function SkillsDialog({ agent, onClose }: { agent: WallAgent; onClose: () => void }) {
  const { say, attempt } = useTools();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const able = abilitiesOf(new FormData(event.currentTarget));
    void attempt(() => server.setSkills(agent.id, { ...able.skills }, [...able.languages], able.chatsAtMost)).then(done => done && onClose());
  }

  return (
    <Dialog title={agent.name} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <Abilities skills={agent.skills} languages={agent.languages} chatsAtMost={agent.chatsAtMost} />
        <p className="actions">
          <button className="button primary" type="submit">
            {say('save')}
          </button>
          <button className="button" type="button" onClick={onClose}>
            {say('cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
