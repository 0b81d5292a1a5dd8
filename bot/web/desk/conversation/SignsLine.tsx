import type { Signs } from '../api/types';
import { useTools } from '../tools';

/** Who is writing. */
export function Writing({ signs }: { signs: Signs }) {
  const { say } = useTools();
  const writes = [...(signs.customerWrites ? [say('customer')] : []), ...signs.writers];
  return (
    <p className="writing" role="status">
      {writes.length > 0 && say('isWriting', { who: writes.join(', ') })}
    </p>
  );
}

/** Who else has the conversation open. */
export function Lookers({ signs }: { signs: Signs }) {
  const { say } = useTools();
  return (
    <p className="lookers" role="status">
      {signs.lookers.length > 0 && say('alsoLooking', { who: signs.lookers.join(', ') })}
    </p>
  );
}
