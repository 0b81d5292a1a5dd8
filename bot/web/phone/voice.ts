import type { Sound } from './events';

/** A sound of the call, one after the other; what comes later waits. */
export type Voice = {
  /** Reads these aloud after what is being read. */
  play(sounds: readonly Sound[]): void;
  /** Falls silent at once: the caller has spoken, pressed a key or hung up. */
  stop(): void;
};

const pauses: Readonly<Record<string, number>> = { ringing: 900, busy: 600, beep: 300, fault: 0 };

/** The browser's own voices. Where it has none, it keeps silent: everything is written too. */
export function browserVoice(): Voice {
  let turn = 0;
  let last: Promise<void> = Promise.resolve();
  let tune: HTMLAudioElement | undefined;

  const one = async (sound: Sound, current: number): Promise<void> => {
    if (current !== turn) return;
    switch (sound.sound) {
      case 'words':
        return speak(sound.text, sound.language);
      case 'quiet':
        return rest(sound.milliseconds);
      case 'signal':
        return rest(pauses[sound.name] ?? 0);
      case 'tune':
        tune = new Audio(sound.url);
        return tune.play().then(() => rest(2000), () => undefined);
    }
  };

  return {
    play(sounds) {
      const current = turn;
      for (const sound of sounds) last = last.then(() => one(sound, current));
    },
    stop() {
      turn++;
      last = Promise.resolve();
      tune?.pause();
      if ('speechSynthesis' in window) speechSynthesis.cancel();
    },
  };
}

function speak(text: string, language: string): Promise<void> {
  if (!('speechSynthesis' in window) || speechSynthesis.getVoices().length === 0) return Promise.resolve();
  return new Promise(done => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language;
    const voice = speechSynthesis.getVoices().find(each => each.lang.replace('_', '-').startsWith(language.slice(0, 2)));
    if (voice) utterance.voice = voice;
    utterance.onend = utterance.onerror = () => done();
    speechSynthesis.speak(utterance);
  });
}

const rest = (milliseconds: number): Promise<void> => new Promise(done => setTimeout(done, milliseconds));
