import { useState } from 'react';
import { Refused } from '../api/server';
import { useTools } from '../tools';

/** Does something with a call and says in the call's own words why it could not be done; what it changes comes back by the live connection. */
export function useCallAct(): { problem: string; run: (action: () => Promise<unknown>) => Promise<boolean> } {
  const { say } = useTools();
  const [problem, setProblem] = useState('');
  return {
    problem,
    run: async action => {
      try {
        await action();
        setProblem('');
        return true;
      } catch (fault) {
        const status = fault instanceof Refused ? fault.status : 0;
        setProblem(say(status === 404 ? 'notYours' : status === 400 || status === 409 ? 'callChanged' : 'callFailed'));
        return false;
      }
    },
  };
}
