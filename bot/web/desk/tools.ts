import { createContext, useContext } from 'react';
import type { Say } from './texts';

/** What every part of the desk needs. */
export interface Tools {
  say: Say;
  locale: string;
  /** Milliseconds that the server's clock is ahead of this browser's. */
  ahead: number;
  /** Does something, and says why where it could not be done; whatever it changes comes back by the live connection. */
  attempt: (action: () => Promise<unknown>) => Promise<boolean>;
}

export const ToolsContext = createContext<Tools | null>(null);

/** The tools of the desk around. */
export function useTools(): Tools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error('This part stands outside the desk.');
  return tools;
}
