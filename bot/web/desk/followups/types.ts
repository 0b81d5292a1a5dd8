import type { Schemas } from '../api/types';

/** Something that the desk owes a customer who is not there. */
export type FollowUp = Schemas['FollowUp'];

/** What came of a promised call. */
export type CallbackOutcome = Schemas['OutcomeRequest']['outcome'];
