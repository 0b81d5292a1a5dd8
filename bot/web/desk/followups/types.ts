/** Something that the desk owes a customer who is not there. */
export interface FollowUp {
  id: string;
  /** A promised call, one that keeps its place in the queue, or a message. */
  kind: 'callback' | 'queued' | 'voicemail';
  since: string;
  /** By when, where a time was promised. */
  dueAt?: string;
  customerName?: string;
  language: 'ko' | 'en';
  about: string;
  /** The last digits of the number. */
  numberEnd?: string;
  isByEmail: boolean;
  attempts: number;
  attemptsAtMost: number;
  takenBy?: string;
  isMine: boolean;
  caseNumber?: string;
  /** Whoever left a message is called anyway. */
  isPromised: boolean;
  seconds: number;
}

/** What came of a promised call. */
export type CallbackOutcome = 'reached' | 'not-reached' | 'released';
