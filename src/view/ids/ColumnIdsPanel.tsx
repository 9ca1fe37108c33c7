// Where each column's id goes from one version to another: one ribbon a column, grey, because hue belongs to versions.
// Below it a real entry before and after, since that is what the ids are for.

import { type CSSProperties, Fragment, useRef } from 'react';
import type { BoxView, ColumnIdsView, IdExample, Identity, IdGroup, Ribbon } from '../../scene/scene.ts';
import { VersionName, VersionTile } from '../marks/Glyph.tsx';
import { Icon } from '../marks/Icon.tsx';
import { useSize } from '../useSize.ts';

export function ColumnIdsPanel({ ids: given }: { readonly ids: ColumnIdsView | null }) {
  // From a version to itself nothing moves: there is only one version yet.
  const ids = given === null || given.from.version === given.to.version ? null : given;
  return (
    <section className="panel ids" aria-labelledby="ids-title">
      <header className="panel-head">
        <h2 id="ids-title">Column ids</h2>
        {ids !== null && (
          <p>
            from {ids.from.name} to {ids.to.name}
          </p>
        )}
      </header>
      {ids === null ? (
        <p className="note">
          A column&rsquo;s id is its place among the columns sorted by name. Change the table, and this shows
          which ids move.
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
        <section className="panel-scroll" aria-label="Ids from version to version" tabIndex={0}>
          <Ribbons ids={ids} />
          <IdsTable ids={ids} />
          {ids.example !== null && <Example example={ids.example} />}
        </section>
      )}
    </section>
  );
}

function Ribbons({ ids }: { readonly ids: ColumnIdsView }) {
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  // The drawing shrinks with its panel; its words do not, so that they never fall under the smallest size.
  const shrink = { '--shrink': width === 0 ? 1 : Math.min(1, width / ids.width) } as CSSProperties;
  return (
    <div ref={frame} className="ribbons" style={{ ...shrink, maxWidth: ids.width }} aria-hidden="true">
      <div className="ribbon-heads">
        <VersionName identity={ids.from} />
        <VersionName identity={ids.to} />
      </div>
      <svg aria-hidden="true" width="100%" viewBox={`0 0 ${ids.width} ${ids.height}`}>
        {ids.groups.map((group) => (
          <Fragment key={group.kind}>
            {group.ribbons.map((ribbon) => (
              <path
                key={ribbon.key}
                className="ribbon"
                d={ribbon.path}
                data-state={ribbon.state}
                data-focus={ribbon.focus || undefined}
              />
            ))}
            <RibbonTexts group={group} />
          </Fragment>
        ))}
      </svg>
    </div>
  );
}

function RibbonTexts({ group }: { readonly group: IdGroup }) {
  const idsAt = [...group.leftIds, ...group.rightIds];
  return (
    <>
      {idsAt.map((at) => (
        <text key={`${at.x} ${at.y}`} className="ribbon-id" x={at.x} y={at.y} dy="0.35em">
          {at.id}
        </text>
      ))}
      {group.ribbons.flatMap((ribbon) =>
        endsOf(ribbon).map((end) => (
          <text
            key={`${ribbon.key} ${end.x}`}
            className="ribbon-name"
            x={end.x}
            y={end.y}
            dy="0.35em"
            data-state={ribbon.state}
          >
            {ribbon.name}
          </text>
        )),
      )}
    </>
  );
}

const endsOf = ({ left, right }: Ribbon) => [left, right].filter((end) => end !== null);

function IdsTable({ ids }: { readonly ids: ColumnIdsView }) {
  const present = (id: number | null): string => (id === null ? 'not present' : String(id));
  return (
    <div className="hidden-text">
      <table>
        <caption>{ids.caption}</caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">{ids.from.name}</th>
            <th scope="col">{ids.to.name}</th>
          </tr>
        </thead>
        <tbody>
          {ids.groups.flatMap((group) =>
            group.ribbons.map((ribbon) => (
              <tr key={`${group.kind} ${ribbon.key}`}>
                <th scope="row">{ribbon.name}</th>
                <td>{present(ribbon.fromId)}</td>
                <td>{present(ribbon.toId)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

function Example({ example }: { readonly example: IdExample }) {
  return (
    <div className="example">
      <h3>{example.title}</h3>
      <div className="before-after">
        <Vector identity={example.from} boxes={example.before} label="before" />
        <Icon name="arrow" />
        <Vector identity={example.to} boxes={example.after} label="after" />
      </div>
      {example.sentence !== '' && <p>{example.sentence}</p>}
    </div>
  );
}

function Vector({
  identity,
  boxes,
  label,
}: {
  readonly identity: Identity;
  readonly boxes: readonly BoxView[];
  readonly label: string;
}) {
  return (
    <div className="entry">
      <VersionTile identity={identity} />
      <table className="boxes">
        <caption className="hidden-text">{`${label}, at version ${identity.name}`}</caption>
        <tbody>
          <tr>
            {boxes.map((box) => (
              <td key={box.key} className="box mono" data-state={box.state}>
                {box.text}
              </td>
            ))}
          </tr>
          <tr>
            {boxes.map((box) => (
              <th key={box.key} scope="col" className="index mono">
                {box.index ?? box.name}
              </th>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
