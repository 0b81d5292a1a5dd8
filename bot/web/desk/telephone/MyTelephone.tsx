import { createContext, useCallback, useContext, useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { useTools } from '../tools';
import { telephoneApi } from './api';
import { microphoneFault, type BrowserFault } from './faults';
import type { Telephone } from './types';
import { useBrowserPhone, type BrowserPhone } from './useBrowserPhone';

interface MyTelephone {
  /** Null until the server has said. */
  telephone: Telephone | null;
  browser: BrowserPhone;
  /** The own number that rings since the browser may not use the microphone; or null. */
  fellBackTo: string | null;
  /** Chooses a number, the browser, or nowhere. */
  choose: (telephone: string | null) => Promise<void>;
}

const Context = createContext<MyTelephone | null>(null);

/** Where I am rung, for all parts of the desk; the browser's own telephone stands in here while it is chosen. */
export function MyTelephoneProvider({ agent, children }: { agent: string; children: ReactNode }) {
  const [telephone, setTelephone] = useState<Telephone | null>(null);
  const [fellBackTo, setFellBackTo] = useState<string | null>(null);
  const again = useCallback(() => telephoneApi.mine().then(setTelephone), []);
  const browser = useBrowserPhone(telephone?.telephone === 'browser');
  const own = `desk.number.${agent}`;
  const choose = useCallback(
    async (wished: string | null) => {
      await telephoneApi.choose(wished);
      if (wished !== null && wished !== 'browser') localStorage.setItem(own, wished);
      setFellBackTo(null);
      await again();
    },
    [again, own],
  );

  useEffect(() => void again().catch((fault: unknown) => console.warn('The telephone is not known.', fault)), [again]);

  useEffect(() => {
    if (telephone?.telephone && telephone.telephone !== 'browser') localStorage.setItem(own, telephone.telephone);
  }, [telephone, own]);

  // Without a microphone nobody could talk: the agent's own telephone rings again, where this browser knows it.
  useEffect(() => {
    const number = localStorage.getItem(own);
    if ((browser.broken !== 'microphone' && browser.broken !== 'noMicrophone') || number === null) return;
    choose(number).then(() => setFellBackTo(number), (fault: unknown) => console.warn('The own telephone could not be chosen.', fault));
  }, [browser.broken, choose, own]);

  return <Context value={{ telephone, browser, fellBackTo, choose }}>{children}</Context>;
}

export function useMyTelephone(): MyTelephone {
  const mine = useContext(Context);
  if (!mine) throw new Error('This part stands outside the desk.');
  return mine;
}

/** Choosing where I am rung: my own number, this browser, or nowhere. */
export function TelephoneChoice() {
  const { say, attempt } = useTools();
  const { telephone, browser, fellBackTo, choose } = useMyTelephone();
  const [refused, setRefused] = useState<BrowserFault | null>(null);
  const [kind, setKind] = useState<'none' | 'number' | 'browser' | null>(null);
  if (!telephone) return null;
  const current = !telephone.telephone ? 'none' : telephone.telephone === 'browser' ? 'browser' : 'number';
  const shown = kind ?? current;
  const fault = refused ?? browser.broken ?? (fellBackTo ? 'microphone' : null);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const number = String(new FormData(event.currentTarget).get('number') ?? '').replace(/[\s-]/g, '');
    void attempt(async () => {
      const fault = shown === 'browser' ? await microphoneFault() : null;
      setRefused(fault);
      if (!fault) await choose(shown === 'none' ? null : shown === 'browser' ? 'browser' : number);
    }).then(done => done && setKind(null));
  }

  return (
    <details className="my-telephone" open={fault ? true : undefined}>
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
        <p className="about">{say(shown === 'none' ? 'noTelephoneHint' : telephone.isSimulated ? (shown === 'browser' ? 'simulatedBrowser' : 'simulatedTelephone') : 'superviseHint')}</p>
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
        {fault ? say('browserBroken', { why: say(`browserFault.${fault}`) }) : ''} {fellBackTo ? say('browserFellBack', { number: fellBackTo }) : ''}
      </p>
    </details>
  );
}
