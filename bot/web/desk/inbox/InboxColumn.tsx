import type { ReactNode } from 'react';
import { server } from '../api/server';
import type { InboxItem } from '../api/types';
import { FollowUps } from '../followups/FollowUps';
import { unread, type DeskState } from '../state';
import { useTools } from '../tools';
import { Bell } from './Bell';
import { Lanes } from './Lanes';
import { MyItem } from './MyItem';
import { Offer } from './Offer';
import { WrapUp } from './WrapUp';

interface Props {
  state: DeskState;
  connected: boolean;
  isSupervisor: boolean;
  onOpen: (id: string) => void;
  onAccept: (item: InboxItem) => void;
  children: ReactNode;
}

/** What is offered, what is to be wrapped up, what is mine, who waits. */
export function InboxColumn({ state, connected, isSupervisor, onOpen, onAccept, children }: Props) {
  const { say, attempt } = useTools();
  const of = (kind: InboxItem['state']) => state.items.filter(item => item.state === kind);
  const mine = of('mine');
  const offers = of('offered');
  return (
    <nav className="inbox" aria-label={say('inbox')}>
      <p className="offline" role="status">
        {connected ? '' : say('offline')}
      </p>
      {children}
      {offers.map(item => (
        <Offer key={item.id} item={item} onAccept={() => onAccept(item)} onDecline={() => void attempt(() => server.decline(item.id))} />
      ))}
      {of('wrap-up').map(item => (
        <WrapUp key={item.id} item={item} />
      ))}
      <h2>
        {say('mine')} <span className="count">{mine.length}</span>
      </h2>
      {mine.length === 0 && <p className="empty">{say('noneMine')}</p>}
      <ul className="items">
        {mine.map(item => (
          <MyItem key={item.id} item={item} fresh={unread(state, item)} isOpen={item.id === state.open} isMarked={item.id === state.marked} onOpen={() => onOpen(item.id)} />
        ))}
      </ul>
      <FollowUps news={state.followUps} mine={mine} mayFree={isSupervisor} onOpen={onOpen} />
      <Lanes lanes={state.lanes} />
      <p className="done">
        {say('done')} <span className="count">{state.doneToday}</span>
      </p>
      <Bell offers={offers} />
    </nav>
  );
}
