import type { DagEdgeEnds } from '../../scene/shape/scene.ts';
import type { DagPicture, PlacedEdge } from '../../scene/versions/dagPicture.ts';

interface Props {
  readonly picture: DagPicture;
  readonly edges: readonly PlacedEdge[];
  readonly unit: number;
  readonly onPick: (edge: DagEdgeEnds) => void;
}

/** Distance of two lines of a label, in px at a desk. */
const LINE = 16;

/** The drawing under the tiles. By keyboard an edge is picked by its two versions. */
export function DagEdges({ picture, edges, unit, onPick }: Props) {
  return (
    <svg aria-hidden="true" width={picture.width} height={picture.height}>
      {picture.gone.map(({ key, path }) => (
        <path key={key} className="edge" d={path} data-gone />
      ))}
      {edges
        .filter(({ edge }) => edge.changed)
        .map(({ edge, path }) => (
          <path key={edge.key} className="edge-halo" d={path} />
        ))}
      {/* Of which nothing is to be said are one path: a far jump in time changes most edges. */}
      <path
        className="edge"
        d={edges
          .filter(isPlain)
          .map(({ path }) => path)
          .join('')}
      />
      {edges
        .filter((placed) => !isPlain(placed))
        .map(({ edge, path }) => (
          <path
            key={edge.key}
            className="edge"
            d={path}
            data-picked={edge.picked || undefined}
            data-overwritten={edge.overwritten || undefined}
            data-hard={edge.hard || undefined}
          />
        ))}
      {edges
        .filter(({ edge }) => edge.hard)
        .map(({ edge, path }) => (
          <path key={edge.key} className="edge-core" d={path} />
        ))}
      {edges.map((placed) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a mouse's way; keys pick the two versions
        <path key={placed.edge.key} className="edge-hit" d={placed.path} onClick={() => onPick(placed.edge)}>
          {!isWhole(placed) && <title>{wholeLines(placed.edge).join('; ')}</title>}
        </path>
      ))}
      {edges.map(({ edge, label }) =>
        label === null ? null : (
          <text
            key={edge.key}
            className="edge-label"
            x={label.x}
            y={label.y}
            dy={label.lines.length === 1 ? '0.35em' : undefined}
            data-picked={edge.picked || undefined}
          >
            {label.lines.length === 1
              ? label.lines[0]
              : label.lines.map((line, i) => (
                  <tspan
                    key={line}
                    x={label.x}
                    dy={i === 0 ? `${0.35 - (label.lines.length - 1) * 0.62}em` : LINE * unit}
                    className={i > 0 ? 'edge-lost' : undefined}
                  >
                    {line}
                  </tspan>
                ))}
          </text>
        ),
      )}
    </svg>
  );
}

const isPlain = ({ edge }: PlacedEdge): boolean => !edge.picked && !edge.overwritten && !edge.hard;

const wholeLines = ({ labels, lostText }: PlacedEdge['edge']): readonly string[] => [
  labels.join(', '),
  ...(lostText === '' ? [] : [lostText]),
];

/** Its label says all that there is to say. */
const isWhole = ({ edge, label }: PlacedEdge): boolean =>
  label !== null && wholeLines(edge).join('\n') === label.lines.join('\n');
