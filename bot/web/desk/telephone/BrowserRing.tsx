import { useTools } from '../tools';
import { useMyTelephone } from './MyTelephone';

/** The browser's own telephone, while it rings or talks: answering it, and the key that brings the customer who is not there yet. */
export function BrowserRing({ isConnected }: { isConnected: boolean }) {
  const { say } = useTools();
  const { browser } = useMyTelephone();
  if (browser.state === 'idle' || (browser.state === 'talks' && isConnected)) return null;
  return (
    <div className="actions">
      {browser.state === 'rings' ? (
        <button className="button primary" type="button" onClick={browser.answer}>
          {say('browserAnswer')}
        </button>
      ) : (
        <button className="button" type="button" onClick={() => browser.press('1')}>
          {say('browserConnect')}
        </button>
      )}
    </div>
  );
}
