import type { Me, Schemas } from '../api/types';

/** An account, as administrators see it. */
export type Account = Schemas['AgentView'];

/** A new account, with what its agent can do. */
export type NewAccount = Schemas['NewAgent'];

export const roles = ['agent', 'supervisor', 'manager', 'administrator'] as const satisfies readonly Me['role'][];
