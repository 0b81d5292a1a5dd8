import { useEffect, useRef } from 'react';
import { server } from '../api/server';
import type { Conversation } from '../state';
import { useTools } from '../tools';
import { Line } from './Line';

/** What was said, oldest first; the end is in sight. */
export function Transcript({ id, conversation }: { id: string; conversation: Conversation }) {
  const { say } = useTools();
  const end = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const { lines, owner, packet } = conversation;

  useEffect(() => {
    // A promise in newer browsers, which must not become the effect's clean-up.
    void end.current?.scrollIntoView({ block: 'end' });
  }, [lines.length]);

  // What comes and goes below takes room: who reads the end goes on reading it.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => isAtEnd.current && void end.current?.scrollIntoView({ block: 'end' }));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const slotName = (slot: string | undefined) => [...(packet?.missing ?? []), ...(packet?.facts ?? [])].find(each => each.slot === slot)?.name ?? slot ?? '';
  return (
    <>
      <div
        className="lines" role="log" tabIndex={0} aria-label={say('conversation')} ref={box}
        onScroll={({ currentTarget: at }) => (isAtEnd.current = at.scrollHeight - at.scrollTop - at.clientHeight < 40)}
      >
        {lines.map(line => (
          <Line key={`${line.version}.${line.index}`} conversation={id} line={line} slotName={slotName} unveil={each => server.unveil(id, each.version, each.index)} />
        ))}
        <div ref={end} />
      </div>
      {owner.kind === 'delegated' && (
        <p className="delegated" role="status">
          {say('delegatedNow', { what: owner.delegated === '*' ? (packet?.goal?.name ?? '') : slotName(owner.delegated) })}
        </p>
      )}
    </>
  );
}
