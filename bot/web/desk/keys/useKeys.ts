import { useEffect, useRef } from 'react';

/** Runs what a key stands for, unless somebody is writing, a button has the key already, or a modifier is down. */
export function useKeys(keys: Readonly<Record<string, () => unknown>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isWriting(event.target, event.key)) return;
      const action = latest.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

const isWriting = (target: EventTarget | null, key: string) =>
  target instanceof HTMLElement
  && (target.closest('input:not([type=checkbox]), textarea, select, dialog') !== null || (key === 'Enter' && target.closest('button, a') !== null));
