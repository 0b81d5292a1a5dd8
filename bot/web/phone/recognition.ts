/** The part of the browser's speech recognition that is used here; not every browser has it, and its types are in no standard library. */
type Recognition = {
  lang: string;
  onresult: ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string; readonly confidence: number }>> }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  abort(): void;
};
type Recognizer = new () => Recognition;

const recognizer = (): Recognizer | undefined => {
  const browser = window as unknown as { readonly SpeechRecognition?: Recognizer; readonly webkitSpeechRecognition?: Recognizer };
  return browser.SpeechRecognition ?? browser.webkitSpeechRecognition;
};

export const canListen = (): boolean => recognizer() !== undefined;

/** Listens once. Answers what was understood and how surely, or undefined where nothing was; `stop` ends the listening. */
export function listen(language: string): { readonly heard: Promise<{ readonly text: string; readonly confidence: number } | undefined>; stop(): void } {
  const Kind = recognizer();
  if (!Kind) return { heard: Promise.resolve(undefined), stop: () => undefined };
  const recognition = new Kind();
  recognition.lang = language;
  const heard = new Promise<{ readonly text: string; readonly confidence: number } | undefined>(done => {
    recognition.onresult = event => {
      const best = event.results[0]?.[0];
      done(best && { text: best.transcript, confidence: best.confidence });
    };
    recognition.onend = () => done(undefined);
  });
  recognition.start();
  return { heard, stop: () => recognition.abort() };
}
