import { useEffect, useState } from 'react';
import type { Language } from '../language/language';
import { moments, next, written } from './clock';
import { leapTo, shopTime } from './server';
import { texts } from './texts';

/** The shop's clock, and ways to send it forward: to lunch, to the night, to a Sunday. */
export function ShopClock({ language }: { language: Language }) {
  const say = texts[language];
  const [now, setNow] = useState<string>();
  const show = (time: Promise<string>) => {
    time.then(setNow, (error: unknown) => console.warn("The shop's clock did not answer.", error));
  };

  useEffect(() => {
    show(shopTime());
    const timer = setInterval(() => show(shopTime()), 20_000);
    return () => clearInterval(timer);
  }, []);

  if (!now) return null;
  const { date, time } = written(now);
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  return (
    <section className="clock" aria-labelledby="clock">
      <h2 id="clock">{say.clock}</h2>
      <p>
        <time dateTime={now}>
          {date} ({weekday}) {time}
        </time>
      </p>
      <div className="ways">
        {moments.map(moment => (
          <button key={moment} type="button" className="button" onClick={() => show(leapTo(next(moment, now)))}>
            {say[moment]}
          </button>
        ))}
      </div>
      <p className="hint">{say.clockHint}</p>
    </section>
  );
}
