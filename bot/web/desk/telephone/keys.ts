/** Keys of a call, for the list of all keys. */
export const callKeys = [['h', 'keyHold'], ['m', 'keyMute'], ['c', 'keyColleague'], ['p', 'keyRecording'], ['x', 'keyHangUp']] as const;
