/** What came of a link or code that brings a conversation from the telephone to this page: `POST /chat/pass`. */
export type PassAnswer = 'taken' | 'unknown' | 'tooMany' | 'failed';

export async function spendPass(pass: string): Promise<PassAnswer> {
  try {
    const answer = await fetch('/chat/pass', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pass }),
    });
    if (answer.ok) return 'taken';
    if (answer.status === 429) return 'tooMany';
    return answer.status === 404 || answer.status === 400 ? 'unknown' : 'failed';
  } catch {
    return 'failed';
  }
}

/** Takes the pass out of the address of a link, so that it stays in no history. It stands behind #, which browsers send nobody. */
export function passOfAddress(place: Location = location, past: History = history): string | undefined {
  const pass = /^#pass=([\w-]+)$/.exec(place.hash)?.[1];
  if (pass) past.replaceState(null, '', place.pathname + place.search);
  return pass;
}
