/** Why the telephone in the browser does not work. */
export type BrowserFault = 'microphone' | 'noMicrophone' | 'network' | 'token' | 'other';

// The company's numbers (twilio.com/docs/voice/sdks/error-codes).
const byCode: Readonly<Record<number, BrowserFault>> = {
  31401: 'microphone', 31402: 'noMicrophone', 31005: 'network', 31009: 'network', 53000: 'network', 53001: 'network', 53405: 'network',
  20101: 'token', 20104: 'token', 31202: 'token', 31204: 'token', 31205: 'token', 31207: 'token',
};

/** What an error of the company's SDK means to an agent. */
export function faultOf(error: unknown): BrowserFault {
  const code = typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : 0;
  return byCode[code] ?? (error instanceof TypeError ? 'network' : 'other');
}

/** Asks for the microphone, and lets it go at once: null where it may be used. */
export async function microphoneFault(): Promise<BrowserFault | null> {
  try {
    const sound = await navigator.mediaDevices.getUserMedia({ audio: true });
    for (const track of sound.getTracks()) track.stop();
    return null;
  } catch (fault) {
    return fault instanceof DOMException && fault.name === 'NotFoundError' ? 'noMicrophone' : 'microphone';
  }
}
