// The drawing of the mapping, and over it the columns' names as buttons: choosing one follows it in all views.

import { type CSSProperties, Fragment, type KeyboardEvent, useRef, useState } from 'react';
import { idsPicture, type PlacedGroup, type PlacedRibbon } from '../../scene/ids/idsPicture.ts';
import type { ColumnIdsView, Ribbon } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { VersionName } from '../marks/Glyph.tsx';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { scaleOf } from '../stage/geometry.ts';
import { useSize } from '../useSize.ts';

const themeOf = (state: SessionState) => state.theme;

export function Ribbons({ ids }: { readonly ids: ColumnIdsView }) {
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const unit = scaleOf(useSlice(themeOf));
  const [folded, setFolded] = useState(true);
  const picture = idsPicture(ids, { width, unit, folded });
  const all = picture.groups.flatMap((group) => group.ribbons);
  const tabStop = all.find(({ ribbon }) => ribbon.focus) ?? all[0];
  const { height } = picture;
  return (
    <div ref={frame} className="ribbons">
      <div className="ribbon-frame" style={{ width: picture.width }}>
        <div className="ribbon-heads" aria-hidden="true">
          <VersionName identity={ids.from} />
          <VersionName identity={ids.to} />
        </div>
        <div className="ribbon-drawing" style={{ height }}>
          <svg aria-hidden="true" width={picture.width} height={height}>
            <Fades />
            {/* What goes from end to end is one path: a far jump in time changes most ribbons. */}
            <path
              className="ribbon"
              d={all
                .filter(isPlain)
                .map(({ path }) => path)
                .join('')}
            />
            {all
              .filter((placed) => !isPlain(placed))
              .map(({ path, ribbon }) => (
                <path
                  key={path}
                  className="ribbon"
                  d={path}
                  {...fadeOf(ribbon)}
                  data-focus={ribbon.focus || undefined}
                />
              ))}
            {picture.groups.map((group) => (
              <GroupTexts key={group.group.kind} group={group} left={picture.leftX} />
            ))}
          </svg>
          {picture.groups.map(({ group, top, row, leftIds, rightIds }) => (
            <Fragment key={group.kind}>
              <Ids x={picture.leftX} top={top} row={row} ids={leftIds} />
              <Ids x={picture.rightX} top={top} row={row} ids={rightIds} />
            </Fragment>
          ))}
          <ul aria-label={pageWords('columns')} onKeyDown={walk}>
            {all.map((placed) => (
              <ColumnEnds
                key={`${placed.ribbon.key} ${placed.ribbon.state}`}
                placed={placed}
                isTabStop={placed === tabStop}
                onUnfold={() => setFolded(false)}
              />
            ))}
          </ul>
        </div>
        <div className="ids-keys">
          <p>{ids.keys}</p>
          {picture.folds && (
            <button type="button" className="button quiet small" onClick={() => setFolded(!folded)}>
              {folded ? pageWords('show-all-columns') : pageWords('fold-columns')}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

const isPlain = ({ ribbon }: PlacedRibbon): boolean =>
  !ribbon.focus && ribbon.toId !== null && ribbon.fromId !== null;

function fadeOf({ fromId, toId }: Ribbon): { readonly fill?: string } {
  return toId === null
    ? { fill: 'url(#ribbon-ends)' }
    : fromId === null
      ? { fill: 'url(#ribbon-begins)' }
      : {};
}

/** A ribbon that ends or begins fades where it is no more. */
function Fades() {
  return (
    <defs>
      <linearGradient id="ribbon-ends">
        <stop offset="0" className="fade-full" />
        <stop offset="1" className="fade-none" />
      </linearGradient>
      <linearGradient id="ribbon-begins">
        <stop offset="0" className="fade-none" />
        <stop offset="1" className="fade-full" />
      </linearGradient>
    </defs>
  );
}

interface IdsProps {
  readonly x: number;
  readonly top: number;
  readonly row: number;
  readonly ids: readonly string[];
}

/** The ids of one side, a line each. */
function Ids({ x, top, row, ids }: IdsProps) {
  return (
    <div className="ribbon-ids" style={{ left: x, top, lineHeight: `${row}px` }} aria-hidden="true">
      {ids.join('\n')}
    </div>
  );
}

interface GroupProps {
  readonly group: PlacedGroup;
  readonly left: number;
}

function GroupTexts({ group, left }: GroupProps) {
  return (
    <>
      {group.titleY !== null && (
        <text className="ribbon-kind" x={left} y={group.titleY}>
          {group.group.title}
        </text>
      )}
      {group.ribbons.map(({ ribbon, mark }) =>
        ribbon.mark === '' ? null : (
          <text
            key={ribbon.key}
            className="ribbon-mark"
            textAnchor={mark.anchor}
            x={mark.x}
            y={mark.y}
            dy="0.35em"
          >
            {ribbon.mark}
          </text>
        ),
      )}
    </>
  );
}

/** In px; see `.ribbon-name`. */
const PILL_BORDER = 1.5;

interface EndsProps {
  readonly placed: PlacedRibbon;
  readonly isTabStop: boolean;
  readonly onUnfold: () => void;
}

/** A column's name at both ends; the first one that there is can be pressed. */
function ColumnEnds({ placed, isTabStop, onUnfold }: EndsProps) {
  const session = useSession();
  const { ribbon, count, left, right } = placed;
  const place = (pill: NonNullable<PlacedRibbon['left']>): CSSProperties => ({
    left: pill.x,
    top: pill.y,
    width: pill.w,
    height: pill.h,
    lineHeight: `${pill.h - 2 * PILL_BORDER}px`,
  });
  const pressed = left ?? right;
  const choose = (): void =>
    count > 1 ? onUnfold() : session.select(ribbon.focus ? null : { kind: 'column', column: ribbon.name });
  return (
    <li>
      {pressed !== null && (
        <button
          type="button"
          className="ribbon-name"
          style={place(pressed)}
          title={ribbon.name}
          aria-label={ribbon.label}
          aria-pressed={count > 1 ? undefined : ribbon.focus}
          data-state={ribbon.state}
          tabIndex={isTabStop ? 0 : -1}
          onClick={choose}
        >
          {ribbon.name}
        </button>
      )}
      {left !== null && right !== null && (
        <span className="ribbon-name" style={place(right)} title={ribbon.name} aria-hidden="true">
          {ribbon.name}
        </span>
      )}
    </li>
  );
}

function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step === undefined) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
}
