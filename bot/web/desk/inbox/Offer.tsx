import type { InboxItem } from '../api/types';
import { channelName, languageName, moodName, skillName, triggerName } from '../names';
import { useTools } from '../tools';
import { Countdown } from './Countdown';
import { Since } from './Since';

interface Props {
  item: InboxItem;
  onAccept: () => void;
  onDecline: () => void;
}

/** Who it is and what about, before anything is decided. */
export function Offer({ item, onAccept, onDecline }: Props) {
  const { say } = useTools();
  return (
    <section className="offer" aria-label={say('offer')} role="alert">
      <h2>
        {say('offer')} {item.offeredUntil && <Countdown until={item.offeredUntil} />}
      </h2>
      <p className="name">{item.customerName ?? say('unknown')}</p>
      <p className="about">
        {channelName(say, item.channel)} · {languageName(say, item.language)} · {skillName(say, item.skill)}
      </p>
      <blockquote>{item.reason}</blockquote>
      <p className="about">
        {triggerName(say, item.trigger)} · <span className={`mood ${item.mood}`}>{moodName(say, item.mood)}</span> · {say('waitedFor')} <Since at={item.waitingSince} />
      </p>
      <p className="actions">
        <button className="button primary" type="button" onClick={onAccept}>
          {say('accept')} <kbd>a</kbd>
        </button>
        <button className="button" type="button" onClick={onDecline}>
          {say('decline')}
        </button>
      </p>
    </section>
  );
}
