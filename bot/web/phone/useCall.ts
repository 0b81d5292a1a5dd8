import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { follow, isOver, noCall, passesAfter, type CallView } from './call';
import type { CallerAct, CallEvent } from './events';
import { act, deliverAgain, eventsOf, placeCall, ring } from './server';
import { browserVoice } from './voice';

/** Answers the whole call so far, and what a visitor may do with it. */
export type CallInHand = {
  readonly call: CallView;
  /** The call's id, once it was placed. */
  readonly sid: string | undefined;
  /** Something could not be done just now. */
  readonly failed: boolean;
  dial(from: string, to: string): void;
  does(what: CallerAct): void;
  again(): void;
};

/** A call that somebody placed: its events follow a cursor, so a broken stream goes on where it broke. */
export function useOneCall(sid: string | undefined, aloud: boolean): Omit<CallInHand, 'dial'> {
  const [call, tell] = useReducer((now: CallView, event: CallEvent | 'new') => (event === 'new' ? noCall : follow(now, event)), noCall);
  const [failed, setFailed] = useState(false);
  const tried = useCallback((doing: Promise<unknown>) => {
    setFailed(false);
    doing.catch((error: unknown) => {
      console.warn('The telephone did not go through.', error);
      setFailed(true);
    });
  }, []);

  useEffect(() => {
    if (!sid) return;
    tell('new');
    const events = new EventSource(eventsOf(sid));
    events.onmessage = message => {
      const event = JSON.parse(message.data as string) as CallEvent;
      tell(event);
      // The end of the stream is the end of the call: nobody reconnects.
      if (event.kind === 'webhook' && event.why === 'Status callback') events.close();
    };
    return () => events.close();
  }, [sid]);

  const voice = useRef(browserVoice());
  useEffect(() => {
    if (aloud) voice.current.play(call.sounds.sounds);
  }, [call.sounds]);
  useEffect(() => {
    if (!aloud) voice.current.stop();
  }, [aloud]);
  useEffect(() => () => voice.current.stop(), []);

  const does = useCallback((what: CallerAct) => {
    if (!sid) return;
    voice.current.stop();
    tried(act(sid, what));
  }, [sid, tried]);

  const again = useCallback(() => {
    if (sid) tried(deliverAgain(sid));
  }, [sid, tried]);

  const patience = isOver(call) ? undefined : passesAfter(call.listening);
  useEffect(() => {
    if (patience === undefined) return;
    const timer = setTimeout(() => does({ act: 'silent' }), patience);
    return () => clearTimeout(timer);
  }, [patience, call.seen, does]);

  return { call, sid, failed, does, again };
}

/** The visitor's own telephone: one call at a time. */
export function useCall(aloud: boolean): CallInHand {
  const [sid, setSid] = useState<string>();
  const [failed, setFailed] = useState(false);
  const one = useOneCall(sid, aloud);

  const dial = useCallback((from: string, to: string) => {
    setFailed(false);
    placeCall(from, to).then(placed => {
      setSid(placed);
      return ring(placed);
    }).catch((error: unknown) => {
      console.warn('The call was not placed.', error);
      setFailed(true);
    });
  }, []);

  return { ...one, failed: failed || one.failed, dial };
}
