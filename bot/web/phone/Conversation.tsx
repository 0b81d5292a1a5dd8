import { useEffect, useRef } from 'react';
import type { Language } from '../language/language';
import { asRead } from './callers';
import type { Line } from './call';
import { recordingOf } from './server';
import { texts } from './texts';

/** What is said on the telephone, written down. */
export function Conversation({ lines, sid, language, empty }: { lines: readonly Line[]; sid: string | undefined; language: Language; empty: string }) {
  const say = texts[language];
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    end.current?.scrollTo({ top: end.current.scrollHeight });
  }, [lines]);

  return (
    <div className="conversation" ref={end} role="log" aria-label={say.conversation} tabIndex={0}>
      {lines.length === 0 && empty && <div className="empty">{empty}</div>}
      {lines.map(line => (
        <div key={line.key} className={line.who === 'caller' && line.unheard ? 'caller unheard' : line.who}>
          <Words line={line} sid={sid} language={language} />
        </div>
      ))}
    </div>
  );
}

function Words({ line, sid, language }: { line: Line; sid: string | undefined; language: Language }) {
  const say = texts[language];
  switch (line.who) {
    case 'bot':
      return <span lang={line.language}>{line.text}</span>;
    case 'network':
      return <span>{say[line.signal]}</span>;
    case 'text':
      return (
        <span>
          {say.textTo.replace('{number}', asRead(line.to))}
          <br />
          {line.body}
        </span>
      );
    case 'recording':
      return (
        <>
          <span>{say.recorded.replace('{seconds}', String(line.seconds))}</span>
          {sid && <audio controls preload="none" src={recordingOf(sid, line.sid)} />}
        </>
      );
    case 'caller':
      return (
        <>
          <span>{said(line, say)}</span>
          {line.unheard && <small>{say.unheard}</small>}
        </>
      );
  }
}

function said(line: Line & { who: 'caller' }, say: (typeof texts)[Language]): string {
  switch (line.act.act) {
    case 'spoke':
      return line.act.confidence !== null && line.act.confidence < 0.5 ? `${say.mumbled} ${line.act.text}` : line.act.text;
    case 'pressed':
      return `${say.keys} ${[...line.act.key].join(' ')}`;
    default:
      return say[line.act.act];
  }
}
