import { useCallback, useEffect, useState } from 'react';
import { Refused } from '../api/server';
import { useTools } from '../tools';
import { followUpApi } from './api';
import type { FollowUp } from './types';

/** All that is to be followed up, read anew whenever something of it changed; and doing something about it. */
export function useFollowUps(news: number): { all: readonly FollowUp[]; problem: string; run: <T>(action: () => Promise<T>) => Promise<T | undefined> } {
  const { say } = useTools();
  const [all, setAll] = useState<readonly FollowUp[]>([]);
  const [problem, setProblem] = useState('');
  const read = useCallback(() => followUpApi.all().then(setAll, (fault: unknown) => console.warn('What is to be followed up is not known.', fault)), []);

  useEffect(() => void read(), [read, news]);

  return {
    all,
    problem,
    run: async action => {
      try {
        const answer = await action();
        setProblem('');
        return answer;
      } catch (fault) {
        setProblem(say(fault instanceof Refused && (fault.status === 404 || fault.status === 409) ? 'followUpGone' : 'failed'));
        void read();
        return undefined;
      }
    },
  };
}
