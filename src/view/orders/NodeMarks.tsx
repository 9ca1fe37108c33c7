import type { NodeMark } from '../../scene/orders/nodeMarks.ts';
import { orderWords } from '../../scene/orders/orderWords.ts';
import { VersionTile } from '../marks/Glyph.tsx';

/** Who stands at which version, in one line. */
export function NodeMarks({ nodes }: { readonly nodes: readonly NodeMark[] }) {
  return (
    <ul className="node-marks">
      {nodes.map(({ node, up, identity, name }) => (
        <li key={node} data-down={!up || undefined}>
          <b>{node}</b>
          {identity !== null && <VersionTile identity={identity} />}
          <span>{up ? name : orderWords('down')}</span>
        </li>
      ))}
    </ul>
  );
}
