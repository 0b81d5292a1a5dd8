import { span } from '../names';
import { useTools } from '../tools';
import { useNow } from '../useNow';

/** How long something has lasted by now; the exact time on hover. */
export function Since({ at }: { at: string }) {
  const { say, locale, ahead } = useTools();
  const now = useNow() + ahead;
  return (
    <time dateTime={at} title={new Date(at).toLocaleString(locale)}>
      {span(say, now - Date.parse(at))}
    </time>
  );
}
