/** The call of a conversation as it stands. */
export interface Call {
  /** The number of the ring; an action names it, so that nothing is done to another talk. */
  talk: number;
  state: 'waiting' | 'ringing' | 'connecting' | 'talking';
  waitingSince: string;
  since: string;
  isCallback: boolean;
  attempts: number;
  attemptsAtMost: number;
  /** The last digits of the number. */
  numberEnd?: string;
  heldSince?: string;
  isMuted: boolean;
  recording: 'off' | 'on' | 'paused';
  /** How a warning stands that is read out to the caller. */
  announcement?: 'reading' | 'read' | 'failed';
  colleague?: { name?: string; hasJoined: boolean };
}

export type CallAct =
  | 'ring' | 'hold' | 'resume' | 'mute' | 'unmute' | 'consult' | 'dismiss' | 'conference' | 'transfer' | 'transfer-to' | 'pause-recording' | 'resume-recording' | 'hang-up';

/** Where the agent is rung. */
export interface Telephone {
  /** A number, or `browser`. */
  telephone?: string;
  isBrowserOffered: boolean;
  /** Telephones are those of the page /phone. */
  isSimulated: boolean;
}

export interface Colleague {
  id: string;
  name: string;
  isFree: boolean;
}

export interface Recording {
  id: string;
  kind: 'voicemail' | 'talk';
  status: 'in-progress' | 'completed' | 'absent';
  seconds: number;
  at: string;
}
