import { useCallback, useEffect, useState } from 'react';
import { server } from '../api/server';
import type { Wall } from './types';
import { useTools } from '../tools';

const pause = 2_000;

/** The whole desk, looked at every two seconds; `again` looks at once. */
export function useWall(): { wall: Wall | undefined; again: () => void } {
  const { attempt } = useTools();
  const [wall, setWall] = useState<Wall>();
  const look = useCallback(() => attempt(async () => setWall(await server.wall())), [attempt]);

  useEffect(() => {
    let timer = 0;
    let isOver = false;
    const round = async () => {
      await look();
      if (!isOver) timer = window.setTimeout(() => void round(), pause);
    };
    void round();
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [look]);

  return { wall, again: () => void look() };
}
