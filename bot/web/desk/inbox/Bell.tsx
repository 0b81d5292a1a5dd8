import { useEffect, useRef, useState } from 'react';
import type { InboxItem } from '../api/types';
import { useTools } from '../tools';

const key = 'servicebot.desk.sound';

function ring() {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  volume.gain.setValueAtTime(0.15, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.6);
  tone.frequency.value = 660;
  tone.connect(volume).connect(audio.destination);
  tone.onended = () => void audio.close();
  tone.start();
  tone.stop(audio.currentTime + 0.6);
}

/** A sound for each new offer, where it is wanted, and the browser's own notification while the page is hidden. */
export function Bell({ offers }: { offers: readonly InboxItem[] }) {
  const { say } = useTools();
  const [on, setOn] = useState(() => localStorage.getItem(key) === 'on');
  const known = useRef(new Set<string>());

  useEffect(() => {
    const fresh = offers.filter(offer => !known.current.has(offer.id));
    known.current = new Set(offers.map(offer => offer.id));
    if (!on || fresh.length === 0) return;
    ring();
    if (document.hidden && 'Notification' in window && Notification.permission === 'granted') new Notification(say('offer'), { body: fresh.map(offer => offer.customerName ?? say('unknown')).join(', ') });
  }, [offers, on, say]);

  function choose(wanted: boolean) {
    setOn(wanted);
    localStorage.setItem(key, wanted ? 'on' : 'off');
    if (wanted && 'Notification' in window && Notification.permission === 'default') void Notification.requestPermission();
  }

  return (
    <label className="switch">
      <input type="checkbox" checked={on} onChange={event => choose(event.target.checked)} /> {say('sound')}
    </label>
  );
}
