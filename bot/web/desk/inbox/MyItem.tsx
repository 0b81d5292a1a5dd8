import type { InboxItem } from '../api/types';
import { moodName } from '../names';
import { useTools } from '../tools';
import { Since } from './Since';

interface Props {
  item: InboxItem;
  fresh: number;
  isOpen: boolean;
  isMarked: boolean;
  onOpen: () => void;
}

/** One of my customers. */
export function MyItem({ item, fresh, isOpen, isMarked, onOpen }: Props) {
  const { say } = useTools();
  return (
    <li>
      <button type="button" aria-current={isOpen} className={isMarked ? 'marked' : ''} onClick={onOpen}>
        <span className="name">
          {item.isCall && <span aria-label={say('channel.voice')}>☎ </span>}
          {item.customerName ?? say('unknown')}
        </span>
        {fresh > 0 ? <span className="fresh">{say('unreadCount', { count: fresh })}</span> : <span className="about">{item.acceptedAt && <Since at={item.acceptedAt} />}</span>}
        <span className="reason">
          {item.mood !== 'calm' && <span className={`mood ${item.mood}`}>{moodName(say, item.mood)} · </span>}
          {item.reason}
        </span>
      </button>
    </li>
  );
}
