import { useTools } from '../tools';
import { useNow } from '../useNow';

/** How long something stands yet. The server alone ends it. */
export function Countdown({ until }: { until: string }) {
  const { say, ahead } = useTools();
  const left = Math.max(0, Math.round((Date.parse(until) - useNow() - ahead) / 1_000));
  return <span className={left <= 5 ? 'count soon' : 'count'}>{say('secondsLeft', { count: left })}</span>;
}
