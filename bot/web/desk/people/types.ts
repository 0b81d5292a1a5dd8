import type { Me } from '../api/types';

/** An account, as administrators see it. */
export interface Account {
  id: string;
  login: string;
  name: string;
  role: Me['role'];
  isDisabled: boolean;
}

/** A new account, with what its agent can do. */
export interface NewAccount {
  login: string;
  name: string;
  role: Me['role'];
  password: string;
  skills: Record<string, number>;
  languages: string[];
  chatsAtMost: number;
}

export const roles = ['agent', 'supervisor', 'manager', 'administrator'] as const satisfies readonly Me['role'][];
