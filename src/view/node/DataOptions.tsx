import { useId } from 'react';
import { CONSISTENCY_LEVELS, type Consistency } from '../../engine/index.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';

interface Props {
  readonly consistency: Consistency;
  readonly onConsistency: (consistency: Consistency) => void;
}

/** How many replicas must answer. Rarely needed, so it sits behind a fold. */
export function ConsistencyField({ consistency, onConsistency }: Props) {
  const id = useId();
  return (
    <label className="field" htmlFor={id}>
      <span>{dialogWords('consistency')}</span>
      <select
        id={id}
        className="input"
        value={consistency}
        onChange={(event) => {
          const level = CONSISTENCY_LEVELS.find((each) => each === event.target.value);
          if (level !== undefined) onConsistency(level);
        }}
      >
        {CONSISTENCY_LEVELS.map((level) => (
          <option key={level}>{level}</option>
        ))}
      </select>
    </label>
  );
}
