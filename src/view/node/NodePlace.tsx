// Where a node is in the network, for the eye: its data centre, and whom it cannot reach. The card says both in words too.

import type { NodeCard } from '../../scene/shape/scene.ts';
import { Icon } from '../marks/Icon.tsx';

interface Props {
  readonly card: NodeCard;
  /** Of several nodes that it cannot reach only how many. */
  readonly isShort: boolean;
}

export function NodePlace({ card: { centre, cutOff }, isShort }: Props) {
  if (centre === '' && cutOff === null) {
    return null;
  }
  return (
    <span
      className="node-place"
      data-both={(centre !== '' && cutOff !== null) || undefined}
      aria-hidden="true"
    >
      {centre !== '' && <span>{centre}</span>}
      {cutOff !== null && (
        <span data-cut title={cutOff.sentence}>
          <Icon name="cut" />
          {isShort ? cutOff.short : cutOff.text}
        </span>
      )}
    </span>
  );
}
