const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
const letters: Readonly<Record<string, string>> = { '2': 'ABC', '3': 'DEF', '4': 'GHI', '5': 'JKL', '6': 'MNO', '7': 'PQRS', '8': 'TUV', '9': 'WXYZ' };

/** Twelve keys, in the order in which every telephone has them. */
export function Keypad({ label, enabled, onPress }: { label: string; enabled: boolean; onPress: (key: string) => void }) {
  return (
    <div className="keypad" role="group" aria-label={label}>
      {keys.map(key => (
        <button key={key} type="button" disabled={!enabled} onClick={() => onPress(key)}>
          {key}
          <small aria-hidden="true">{letters[key] ?? ' '}</small>
        </button>
      ))}
    </div>
  );
}
