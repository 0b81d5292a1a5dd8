import { useEffect, useState } from 'react';
import { Dialog } from '../dialog/Dialog';
import { useTools } from '../tools';
import { telephoneApi } from './api';
import type { Colleague } from './types';

interface Props {
  onChoose: (act: 'consult' | 'transfer-to', colleague: string) => void;
  onClose: () => void;
}

/** Which colleague is called into the call, and whether they are asked first. */
export function ColleagueDialog({ onChoose, onClose }: Props) {
  const { say, attempt } = useTools();
  const [colleagues, setColleagues] = useState<Colleague[] | null>(null);
  const [chosen, choose] = useState('');

  useEffect(
    () =>
      void attempt(async () => {
        const found = await telephoneApi.colleagues();
        setColleagues(found);
        choose((found.find(each => each.isFree) ?? found[0])?.id ?? '');
      }),
    [attempt],
  );

  return (
    <Dialog title={say('askColleague')} onClose={onClose}>
      <form
        className="fields"
        onSubmit={event => {
          event.preventDefault();
          onChoose('consult', chosen);
        }}
      >
        {colleagues?.length === 0 && <p>{say('noColleague')}</p>}
        {colleagues && colleagues.length > 0 && (
          <label>
            {say('colleague')}
            <select value={chosen} onChange={event => choose(event.target.value)}>
              {colleagues.map(each => (
                <option key={each.id} value={each.id}>
                  {each.name}
                  {each.isFree ? '' : ` (${say('isBusy')})`}
                </option>
              ))}
            </select>
          </label>
        )}
        <p className="actions">
          <button className="button primary" type="submit" disabled={!chosen}>
            {say('consultFirst')}
          </button>
          <button className="button" type="button" disabled={!chosen} onClick={() => onChoose('transfer-to', chosen)}>
            {say('transferNow')}
          </button>
          <button className="button" type="button" onClick={onClose}>
            {say('cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
