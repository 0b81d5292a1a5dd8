import { skills } from '../api/types';
import { useTools } from '../tools';

interface Props {
  skills: Readonly<Record<string, number>>;
  languages: readonly string[];
  chatsAtMost: number;
}

/** The fields of what an agent can do: skills with their levels, languages, how many chats at once. */
export function Abilities({ skills: levels, languages, chatsAtMost }: Props) {
  const { say } = useTools();
  return (
    <>
      <p className="small">{say('levelsHint')}</p>
      {skills.map(skill => (
        <label key={skill}>
          {say(`skill.${skill}`)}
          <input name={skill} type="number" min={0} max={5} defaultValue={levels[skill] ?? 0} required />
        </label>
      ))}
      <p className="actions">
        {(['ko', 'en'] as const).map(language => (
          <label key={language} className="switch">
            <input name="language" type="checkbox" value={language} defaultChecked={languages.includes(language)} /> {say(`language.${language}`)}
          </label>
        ))}
      </p>
      <label>
        {say('chatsAtMost')}
        <input name="chats" type="number" min={1} max={20} defaultValue={chatsAtMost} required />
      </label>
    </>
  );
}

/** What was filled in. */
export function abilitiesOf(fields: FormData): Props {
  const levels = skills.map(skill => [skill, Number(fields.get(skill))] as const).filter(([, level]) => level > 0);
  return { skills: Object.fromEntries(levels), languages: fields.getAll('language').map(String), chatsAtMost: Number(fields.get('chats')) };
}
