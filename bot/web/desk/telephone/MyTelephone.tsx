import { createContext, useCallback, useContext, useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { useTools } from '../tools';
import { telephoneApi } from './api';
import type { Telephone } from './types';
import { useBrowserPhone, type BrowserPhone } from './useBrowserPhone';

interface MyTelephone {
  /** Null until the server has said. */
  telephone: Telephone | null;
  browser: BrowserPhone;
  again: () => Promise<void>;
}

const Context = createContext<MyTelephone | null>(null);

/** Where I am rung, for all parts of the desk; the browser's own telephone stands in here while it is chosen. */
export function MyTelephoneProvider({ children }: { children: ReactNode }) {
  const [telephone, setTelephone] = useState<Telephone | null>(null);
  const again = useCallback(() => telephoneApi.mine().then(setTelephone), []);
  const browser = useBrowserPhone(telephone?.telephone === 'browser');
  useEffect(() => void again().catch((fault: unknown) => console.warn('The telephone is not known.', fault)), [again]);
  return <Context value={{ telephone, browser, again }}>{children}</Context>;
}

export function useMyTelephone(): MyTelephone {
  const mine = useContext(Context);
  if (!mine) throw new Error('This part stands outside the desk.');
  return mine;
}

/** Choosing where I am rung: my own number, this browser, or nowhere. */
export function TelephoneChoice() {
  const { say, attempt } = useTools();
  const { telephone, browser, again } = useMyTelephone();
  const [kind, setKind] = useState<'none' | 'number' | 'browser' | null>(null);
  if (!telephone) return null;
  const current = !telephone.telephone ? 'none' : telephone.telephone === 'browser' ? 'browser' : 'number';
  const shown = kind ?? current;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const number = String(new FormData(event.currentTarget).get('number') ?? '').replace(/[\s-]/g, '');
    void attempt(() => telephoneApi.choose(shown === 'none' ? null : shown === 'browser' ? 'browser' : number).then(again)).then(done => done && setKind(null));
  }

  return (
    <details className="my-telephone">
      <summary>
        {say('myTelephone')}: <span>{current === 'none' ? say('noTelephone') : current === 'browser' ? say('inBrowser') : telephone.telephone}</span>
      </summary>
      <form onSubmit={submit}>
        <label>
          <span className="hidden">{say('myTelephone')}</span>
          <select value={shown} onChange={event => setKind(event.target.value as typeof shown)}>
            <option value="none">{say('noTelephone')}</option>
            <option value="number">{say('ownNumber')}</option>
            {telephone.isBrowserOffered && <option value="browser">{say('inBrowser')}</option>}
          </select>
        </label>
        {shown === 'number' && (
          <label>
            <span className="hidden">{say('ownNumber')}</span>
            <input name="number" type="tel" required pattern="\+[1-9][0-9 \-]{6,18}" placeholder={say('numberHint')} defaultValue={current === 'number' ? telephone.telephone : ''} />
          </label>
        )}
        <p className="about">{say(shown === 'none' ? 'noTelephoneHint' : telephone.isSimulated ? 'simulatedTelephone' : 'superviseHint')}</p>
        <button className="button" type="submit">
          {say('save')}
        </button>
      </form>
      {telephone.isSimulated && (
        <p className="about">
          <a href="/phone" target="_blank" rel="noreferrer">
            {say('openPhone')}
          </a>
        </p>
      )}
      <p className="problem" role="alert">
        {browser.broken ? say('browserBroken', { why: browser.broken }) : ''}
      </p>
    </details>
  );
}
