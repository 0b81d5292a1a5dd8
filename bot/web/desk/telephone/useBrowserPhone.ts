import type { Call, Device } from '@twilio/voice-sdk';
import { useCallback, useEffect, useRef, useState } from 'react';
import { telephoneApi } from './api';
import { faultOf, microphoneFault, type BrowserFault } from './faults';

/** The telephone in this browser, by the company's Voice SDK. */
export interface BrowserPhone {
  /** idle: nothing rings; rings: to be answered; talks: answered. */
  state: 'idle' | 'rings' | 'talks';
  /** Why it does not work; or null. */
  broken: BrowserFault | null;
  answer: () => void;
  /** Presses a key of the telephone. */
  press: (digit: string) => void;
}

/** Stands ready while it is wanted. The SDK is loaded only then. */
export function useBrowserPhone(wanted: boolean): BrowserPhone {
  const [state, setState] = useState<BrowserPhone['state']>('idle');
  const [broken, setBroken] = useState<BrowserFault | null>(null);
  const call = useRef<Call | null>(null);

  useEffect(() => {
    if (!wanted) return;
    let over = false;
    let device: Device | undefined;
    const fail = (fault: unknown) => {
      console.warn('The telephone in this browser does not work.', fault);
      setBroken(faultOf(fault));
    };
    const free = (ended: Call) => {
      if (call.current !== ended) return;
      call.current = null;
      setState('idle');
    };
    const open = async () => {
      const [{ Device: Sdk }, { token }] = await Promise.all([import('@twilio/voice-sdk'), telephoneApi.browserToken()]);
      const silent = await microphoneFault();
      if (over) return;
      if (silent) {
        setBroken(silent);
        return;
      }
      device = new Sdk(token, { closeProtection: true });
      device.on('registered', () => setBroken(null));
      device.on('error', fail);
      device.on('tokenWillExpire', () => void telephoneApi.browserToken().then(fresh => device?.updateToken(fresh.token), fail));
      device.on('incoming', (incoming: Call) => {
        call.current = incoming;
        setState('rings');
        incoming.on('accept', () => setState('talks'));
        for (const end of ['disconnect', 'cancel', 'reject'] as const) incoming.on(end, () => free(incoming));
      });
      await device.register();
    };
    open().catch(fail);
    return () => {
      over = true;
      device?.destroy();
      setState('idle');
      setBroken(null);
    };
  }, [wanted]);

  return { state, broken, answer: useCallback(() => call.current?.accept(), []), press: useCallback((digit: string) => call.current?.sendDigits(digit), []) };
}
