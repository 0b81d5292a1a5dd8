import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { locales, type Language } from '../language/language';
import { Refused, server } from './api/server';
import type { InboxItem, Me } from './api/types';
import { ContextColumn } from './context/ContextColumn';
import { CustomerPage } from './customer/CustomerPage';
import { FindCustomer } from './customer/FindCustomer';
import { ConversationColumn } from './conversation/ConversationColumn';
import { Approvals } from './approvals/Approvals';
import { PreviewDialog, type Handing } from './handing/PreviewDialog';
import { TransferDialog } from './handing/TransferDialog';
import { Ways } from './handing/Ways';
import { InboxColumn } from './inbox/InboxColumn';
import { Myself } from './inbox/Myself';
import { KeysDialog } from './keys/KeysDialog';
import { useKeys } from './keys/useKeys';
import { News } from './News';
import { ProtectionDialog } from './protection/ProtectionDialog';
import { TelephoneChoice } from './telephone/MyTelephone';
import type { Say } from './texts';
import { ToolsContext, type Tools } from './tools';
import { useDesk } from './useDesk';
import { WallPage } from './wall/WallPage';
import { WatchColumn } from './wall/WatchColumn';

interface Props {
  me: Me;
  say: Say;
  language: Language;
  onLanguage: (language: Language) => void;
  onSignedOut: () => void;
}

const problems = { 404: 'notYours', 409: 'stale', 422: 'doesNotFit' } as const;

/** Three columns: who is there, what is said, what is known. */
export function Desk({ me, say, language, onLanguage, onSignedOut }: Props) {
  const { state, act, connected } = useDesk(language, onSignedOut);
  const [problem, setProblem] = useState('');
  const [showsKeys, showKeys] = useState(false);
  const [handing, setHanding] = useState<Handing | null>(null);
  const [transferring, setTransferring] = useState(false);
  const [protecting, setProtecting] = useState(false);
  const [isNote, setNote] = useState(false);
  const [showsWall, showWall] = useState(me.role !== 'agent');
  const [customer, setCustomer] = useState<string | null>(null);
  const reply = useRef<HTMLTextAreaElement>(null);
  const accepting = useRef<string | null>(null);

  const attempt = useCallback<Tools['attempt']>(
    async action => {
      try {
        await action();
        setProblem('');
        return true;
      } catch (fault) {
        const status = fault instanceof Refused ? fault.status : 0;
        if (status === 401) onSignedOut();
        setProblem(say(status in problems ? problems[status as keyof typeof problems] : 'failed'));
        return false;
      }
    },
    [say, onSignedOut],
  );
  const tools = useMemo<Tools>(() => ({ say, locale: locales[language], ahead: state.ahead, attempt }), [say, language, state.ahead, attempt]);

  const openItem = useCallback(
    (id: string) => {
      setProblem('');
      setNote(false);
      showWall(false);
      setCustomer(null);
      act({ type: 'open', id });
    },
    [act],
  );
  const accept = (item: InboxItem) => {
    accepting.current = item.id;
    void attempt(() => server.accept(item.id)).then(done => done || (accepting.current = null));
  };

  // What was just accepted opens by itself, once it is there.
  useEffect(() => {
    const id = accepting.current;
    if (id === null || !state.items.some(item => item.id === id && item.state === 'mine')) return;
    accepting.current = null;
    openItem(id);
  }, [state.items, openItem]);

  const open = state.items.find(item => item.id === state.open);
  const conversation = open && state.conversations[open.conversationId];
  const watched = state.watched === null ? undefined : state.conversations[state.watched];
  const isSupervisor = me.role !== 'agent';
  const watch = (id: string | null) => {
    setProblem('');
    showWall(id === null);
    setCustomer(null);
    act({ type: 'watch', conversation: id });
  };
  const lookUp = (id: string | null) => {
    setProblem('');
    setCustomer(id);
  };
  const turnToWall = (wanted: boolean) => {
    setCustomer(null);
    showWall(wanted);
  };
  const known = (watched ?? conversation)?.packet?.customer?.id;
  const write = (asNote: boolean) => {
    setNote(asNote);
    reply.current?.focus();
  };
  const marked = state.items.find(item => item.id === state.marked);
  const offered = marked?.state === 'offered' ? marked : state.items.find(item => item.state === 'offered');

  useKeys({
    j: () => act({ type: 'mark', by: 1 }),
    k: () => act({ type: 'mark', by: -1 }),
    Enter: () => marked?.state === 'mine' && openItem(marked.id),
    a: () => offered && accept(offered),
    r: () => write(false),
    n: () => write(true),
    t: () => conversation && setTransferring(true),
    s: () => conversation && setProtecting(true),
    v: () => isSupervisor && turnToWall(!showsWall),
    i: () => known && lookUp(customer === null ? known : null),
    '/': () => reply.current?.focus(),
    b: () => conversation && setHanding({ act: 'return' }),
    w: () => conversation && setHanding({ act: 'end' }),
    '?': () => showKeys(true),
  });

  return (
    <ToolsContext value={tools}>
      <div className="desk">
        <InboxColumn state={state} connected={connected} isSupervisor={isSupervisor} onOpen={openItem} onAccept={accept}>
          <Myself me={me} presence={state.presence} reasons={state.reasons} language={language} onLanguage={onLanguage} onSignedOut={onSignedOut} />
          <TelephoneChoice />
          {isSupervisor && (
            <>
              <button className="button" type="button" aria-pressed={showsWall} onClick={() => turnToWall(!showsWall)}>
                {say('wall')} <kbd>v</kbd>
              </button>
              <FindCustomer onFind={lookUp} />
              <Approvals news={state.approvals} language={language} onWatch={watch} />
            </>
          )}
          <News state={state} onRead={() => act({ type: 'read' })} />
        </InboxColumn>
        {customer !== null ? (
          <CustomerPage key={customer} id={customer} language={language} problem={problem} onClose={() => lookUp(null)} />
        ) : showsWall ? (
          <WallPage problem={problem} me={me} onWatch={watch} />
        ) : state.watched !== null && watched ? (
          <>
            <WatchColumn key={state.watched} id={state.watched} conversation={watched} signs={state.signs} problem={problem} onClose={() => watch(null)} />
            <ContextColumn id={state.watched} conversation={watched} isMine={false} onHanding={setHanding} onHistory={lookUp}>
              {null}
            </ContextColumn>
          </>
        ) : open && conversation ? (
          <>
            <ConversationColumn
              key={open.conversationId} item={open} conversation={conversation} signs={state.signs} agent={me.name} problem={problem} reply={reply} isNote={isNote} onNote={setNote}
            />
            <ContextColumn key={`${open.conversationId}-context`} id={open.conversationId} conversation={conversation} isMine onHanding={setHanding} onHistory={lookUp}>
              <Ways id={open.conversationId} conversation={conversation} onHanding={setHanding} onTransfer={() => setTransferring(true)} onProtect={() => setProtecting(true)} />
            </ContextColumn>
          </>
        ) : (
          <main className="nothing-open">
            <h1>{say('choose')}</h1>
            <p>{say('chooseLead')}</p>
            <p className="problem" role="alert">
              {problem}
            </p>
          </main>
        )}
        {transferring && open && conversation && (
          <TransferDialog conversation={open.conversationId} version={conversation.version} skill={open.skill} onClose={() => setTransferring(false)} />
        )}
        {protecting && open && conversation && (
          <ProtectionDialog conversation={open.conversationId} version={conversation.version} warnings={conversation.warnings} onClose={() => setProtecting(false)} />
        )}
        {handing && open && conversation && (
          <PreviewDialog handing={handing} conversation={open.conversationId} version={conversation.version} onClose={() => setHanding(null)} />
        )}
        {showsKeys && <KeysDialog isSupervisor={isSupervisor} onClose={() => showKeys(false)} />}
      </div>
    </ToolsContext>
  );
}
