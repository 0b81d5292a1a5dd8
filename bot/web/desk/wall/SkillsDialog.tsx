import type { FormEvent } from 'react';
import { server } from '../api/server';
import { skills, type WallAgent } from '../api/types';
import { Dialog } from '../dialog/Dialog';
import { useTools } from '../tools';

/** What an agent can be given: skills with their levels, languages, how many chats at once. */
export function SkillsDialog({ agent, onClose }: { agent: WallAgent; onClose: () => void }) {
  const { say, attempt } = useTools();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const levels = skills.map(skill => [skill, Number(fields.get(skill))] as const).filter(([, level]) => level > 0);
    void attempt(() => server.setSkills(agent.id, Object.fromEntries(levels), fields.getAll('language').map(String), Number(fields.get('chats')))).then(done => done && onClose());
  }

  return (
    <Dialog title={agent.name} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        {skills.map(skill => (
          <label key={skill}>
            {say(`skill.${skill}`)}
            <input name={skill} type="number" min={0} max={5} defaultValue={agent.skills[skill] ?? 0} required />
          </label>
        ))}
        <p className="actions">
          {(['ko', 'en'] as const).map(language => (
            <label key={language} className="switch">
              <input name="language" type="checkbox" value={language} defaultChecked={agent.languages.includes(language)} /> {say(`language.${language}`)}
            </label>
          ))}
        </p>
        <label>
          {say('chatsAtMost')}
          <input name="chats" type="number" min={1} max={20} defaultValue={agent.chatsAtMost} required />
        </label>
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
