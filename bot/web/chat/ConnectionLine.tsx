import type { Connection } from './connection';
import { texts } from './texts';
import type { Language } from '../language/language';

/** Says in words how the connection stands when it is not simply there, with the way out where there is one. */
export function ConnectionLine(props: { connection: Connection; language: Language; onTryAgain(): void; onRestart(): void }) {
  const { connection, language } = props;
  const say = texts[language];
  const way =
    connection.at === 'failed' ? { text: say.tryAgain, take: props.onTryAgain }
    : connection.at === 'elsewhere' ? { text: say.continueHere, take: props.onTryAgain }
    : connection.at === 'ended' ? { text: say.startAgain, take: props.onRestart }
    : undefined;

  return (
    <div className={`connection ${connection.at}`}>
      <p role="status">{say[connection.at]}</p>
      {way && (
        <button type="button" className="button" onClick={way.take}>
          {way.text}
        </button>
      )}
    </div>
  );
}
