import { Dialog } from '../dialog/Dialog';
import { callKeys } from '../telephone/keys';
import { useTools } from '../tools';

const keys = [
  ['j k', 'keyNext'], ['Enter', 'keyOpen'], ['a', 'keyAccept'], ['r', 'keyReply'], ['n', 'keyNote'], ['g', 'keySuggestion'], ['/', 'keyCanned'], ['t', 'keyTransfer'], ['s', 'keyProtect'], ['b', 'keyBot'], ['w', 'keyEnd'], ['i', 'keyHistory'], ['f', 'keyFollowUps'],
  ...callKeys, ['Ctrl+Enter', 'keySend'], ['?', 'keyHelp'],
] as const;

const supervisors = [['v', 'keyWall']] as const;

/** All keys of whoever asks. */
export function KeysDialog({ isSupervisor, onClose }: { isSupervisor: boolean; onClose: () => void }) {
  const { say } = useTools();
  return (
    <Dialog title={say('keys')} onClose={onClose}>
      <dl className="keys">
        {[...keys, ...(isSupervisor ? supervisors : [])].map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button className="button">{say('close')}</button>
      </form>
    </Dialog>
  );
}
