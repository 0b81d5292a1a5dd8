import type { Language } from '../language/language';
import type { Frame, TurnBehind, Webhook } from './events';
import { turnLine, type Step } from './call';
import { texts } from './texts';

/** The wire beside the telephone: what came from the network, the document that answered, and the turn behind it. */
export function Steps({ steps, language }: { steps: readonly Step[]; language: Language }) {
  const say = texts[language];
  return (
    <section className="steps" aria-labelledby="steps">
      <h2 id="steps">{say.steps}</h2>
      <p className="hint">{say.stepsLead}</p>
      <ol>
        {steps.map((step, index) => (
          <li key={step.number}>
            {'json' in step ? <OneFrame frame={step} open={index === steps.length - 1} language={language} /> : <OneRequest step={step} open={index === steps.length - 1} language={language} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneFrame({ frame, open, language }: { frame: Frame; open: boolean; language: Language }) {
  const say = texts[language];
  return (
    <details open={open}>
      <summary>
        <strong>{frame.fromBot ? say.frameOut : say.frameIn}</strong>
        <code>WebSocket {typeOf(frame)}</code>
      </summary>
      <Turn turn={frame.turn} language={language} />
      <pre tabIndex={0} aria-label={frame.fromBot ? say.frameOut : say.frameIn}>
        {frame.json}
      </pre>
    </details>
  );
}

function typeOf(frame: Frame): string {
  const { type } = JSON.parse(frame.json) as { type?: string };
  return type ?? '';
}

function Turn({ turn, language }: { turn: TurnBehind | null; language: Language }) {
  return (
    turn && (
      <p className="turn">
        {texts[language].turn} <code>{turnLine(turn)}</code>
      </p>
    )
  );
}

/** One request of the network, with the document that answered it. */
export function OneRequest({ step, open, language }: { step: Webhook; open: boolean; language: Language }) {
  const say = texts[language];
  const address = new URL(step.url);
  return (
    <details open={open} className={step.fault ? 'fault' : undefined}>
      <summary>
        <strong>{step.why}</strong>
        <code>
          {step.method} {address.pathname}
        </code>
        <span className="figures">
          {step.status ?? say.noAnswer} · {step.milliseconds} ms
        </span>
      </summary>
      {step.fault && <p className="bad">{step.fault}</p>}
      {step.warnings.map(warning => (
        <p className="warn" key={warning}>
          {warning}
        </p>
      ))}
      <Turn turn={step.turn} language={language} />
      {/* What this request is about comes after the standard set on the wire, and before it here. */}
      <h3>{say.asked}</h3>
      <dl>
        {[...step.parameters].reverse().map(parameter => (
          <div key={parameter.name}>
            <dt>{parameter.name}</dt>
            <dd>{parameter.value}</dd>
          </div>
        ))}
      </dl>
      {step.document && (
        <>
          <h3>{say.document}</h3>
          <pre tabIndex={0} aria-label={say.document}>
            {step.document}
          </pre>
        </>
      )}
    </details>
  );
}
