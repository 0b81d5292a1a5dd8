import type { Schemas } from '../api/types';

/** The call of a conversation as it stands. */
export type Call = Schemas['CallView'];
export type CallAct = Schemas['CallRequest']['act'];
/** Where the agent is rung. */
export type Telephone = Schemas['TelephoneView'];
export type Colleague = Schemas['ColleagueView'];
export type Recording = Schemas['RecordingView'];
