import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { server } from '../api/server';
import type { History } from './types';
import { useTools } from '../tools';

interface Props<Part extends keyof History> {
  customer: string;
  part: Part;
  title: string;
  language: string;
  show: (item: History[Part], at: number) => ReactNode;
}

/** One part of a customer's history, newest first, a page at a time. */
export function HistoryPart<Part extends keyof History>({ customer, part, title, language, show }: Props<Part>) {
  const { say, attempt } = useTools();
  const [items, setItems] = useState<History[Part][]>();
  const [next, setNext] = useState<number | null>(null);

  const load = useCallback(
    (page: number, isCurrent: () => boolean) =>
      attempt(async () => {
        const read = await server.history[part](customer, page, language);
        if (!isCurrent()) return;
        setItems(before => (page === 0 ? read.items : [...(before ?? []), ...read.items]));
        setNext(read.hasMore ? page + 1 : null);
      }),
    [customer, part, language, attempt],
  );

  useEffect(() => {
    let isCurrent = true;
    void load(0, () => isCurrent);
    return () => {
      isCurrent = false;
    };
  }, [load]);

  return (
    <section aria-busy={items === undefined}>
      <h2>{title}</h2>
      {items?.length === 0 && <p className="empty">{say('noneYet')}</p>}
      <ul className="entries">{items?.map(show)}</ul>
      {next !== null && (
        <button className="button" type="button" onClick={() => void load(next, () => true)}>
          {say('more')}
        </button>
      )}
    </section>
  );
}
