import { useState } from 'react';
import { useTools } from '../tools';

/** Something that was recorded. Nothing is fetched before it is played; what is gone says so. */
export function Sound({ source, label }: { source: string; label: string }) {
  const { say } = useTools();
  const [lost, setLost] = useState(false);
  if (lost) return <span className="about" role="status">{say('recordingLost')}</span>;
  return <audio controls preload="none" src={source} aria-label={label} onError={() => setLost(true)} />;
}
