// What else may happen in a search: so many faults at most, and when gossip and timers act.

import type { ExploreOptions } from '../../engine/index.ts';
import { orderWords } from '../../scene/orders/orderWords.ts';

export interface Choices {
  readonly losses: number;
  readonly duplicates: number;
  readonly crashes: number;
  readonly gossipAndTimers: ExploreOptions['gossipAndTimers'];
}

export const FIRST_CHOICES: Choices = { losses: 0, duplicates: 0, crashes: 0, gossipAndTimers: 'whenQuiet' };

const FAULTS: readonly { readonly id: 'losses' | 'duplicates' | 'crashes'; readonly name: string }[] = [
  { id: 'losses', name: orderWords('losses') },
  { id: 'duplicates', name: orderWords('duplicates') },
  { id: 'crashes', name: orderWords('crashes') },
];
const COUNTS = [0, 1, 2, 3];

const WHEN: readonly { readonly value: Choices['gossipAndTimers']; readonly name: string }[] = [
  { value: 'whenQuiet', name: orderWords('when-quiet') },
  { value: 'always', name: orderWords('always') },
  { value: 'never', name: orderWords('never') },
];

interface Props {
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
}

export function SearchChoices({ choices, onChoices }: Props) {
  return (
    <div className="orders-choices">
      <fieldset className="orders-faults">
        <legend>{orderWords('at-most')}</legend>
        {FAULTS.map(({ id, name }) => (
          <label key={id}>
            <span>{name}</span>
            <select
              className="input"
              value={choices[id]}
              onChange={(event) => onChoices({ ...choices, [id]: Number(event.target.value) })}
            >
              {COUNTS.map((count) => (
                <option key={count} value={count}>
                  {count}
                </option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
      <label className="orders-when">
        <span>{orderWords('gossip-and-timers')}</span>
        <select
          className="input"
          value={choices.gossipAndTimers}
          onChange={(event) =>
            onChoices({ ...choices, gossipAndTimers: event.target.value as Choices['gossipAndTimers'] })
          }
        >
          {WHEN.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
