// While two branches are compared, each lane is two halves from the row where they part: the other branch's hatched, and
// that of the branch on the screen solid.

import { useMemo } from 'react';
import { loomSplit, type SplitPiece } from '../../scene/compare/loomSplit.ts';
import type { Loom } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { TileMark } from '../marks/Glyph.tsx';
import { useSlice } from '../session/sessionContext.ts';
import { shownOptions } from '../session/shownOptions.ts';

const WORDS_GAP = 8;

const whole = (state: SessionState): SessionState => state;

export function LoomSplitView({ loom }: { readonly loom: Loom }) {
  const state = useSlice(whole);
  const { branches, comparison, current, playhead } = state;
  const index = Number(comparison?.a === current ? comparison.b : comparison?.a);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the split reads no other part of the state
  const split = useMemo(() => {
    const other = comparison?.kind === 'branches' ? branches[index]?.timeline : undefined;
    const screen = branches[current]?.timeline;
    return other === undefined || screen === undefined || other === screen
      ? null
      : loomSplit({ loom, screen, other, step: playhead.step }, shownOptions(state));
  }, [loom, branches, comparison, current, playhead.step]);
  if (split === null) {
    return null;
  }
  const { partingY } = split;
  // Beside the last lane no message passes; what that says of itself stands at its other end.
  const wordsX = loom.geometry.width - WORDS_GAP;
  const [other = '', onScreen = ''] = [branches[index]?.name, branches[current]?.name];
  const inLesson = state.lesson !== null;
  return (
    <g className="loom-split">
      <defs>
        <pattern id="split-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" />
        </pattern>
      </defs>
      {split.pieces.map((piece) => (
        <Piece key={piece.key} piece={piece} glyphSize={split.glyphSize} />
      ))}
      {partingY !== null && (
        <>
          <line className="parting" x1="0" x2={loom.geometry.width} y1={partingY} y2={partingY} />
          <text className="parting-words" textAnchor="end" x={wordsX} y={partingY - 12}>
            {dialogWords('parting-left', { run: inLesson ? dialogWords('as-before') : other })}
          </text>
          <text className="parting-words" textAnchor="end" x={wordsX} y={partingY + 21}>
            {dialogWords('parting-right', { run: inLesson ? dialogWords('as-switched') : onScreen })}
          </text>
        </>
      )}
    </g>
  );
}

interface PieceProps {
  readonly piece: SplitPiece;
  readonly glyphSize: number;
}

function Piece({ piece, glyphSize }: PieceProps) {
  const { x, w, y1, y2, identity, side, up, glyphs } = piece;
  const box = { x, y: y1, width: w, height: y2 - y1 };
  const middle = x + w / 2;
  // The ground is a little wider: it hides the whole lane, gap and all.
  return (
    <g data-hue={identity?.hue} className={up ? 'half' : 'half down'}>
      <rect className="ground" {...box} x={x - 1} width={w + 2} />
      {identity === null ? <rect className="none" {...box} /> : <rect className="tint" {...box} />}
      {side === 'other' && <rect fill="url(#split-hatch)" {...box} />}
      {identity !== null && <line className="edge-line" x1={middle} x2={middle} y1={y1} y2={y2} />}
      {identity !== null &&
        glyphs.map(({ y }) => <TileMark key={y} identity={identity} x={middle} y={y} size={glyphSize} />)}
    </g>
  );
}
