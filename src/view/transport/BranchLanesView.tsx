// The other runs under the scrubber: lines for the eye, and for everyone one group of radio buttons in which the branch on
// the screen is checked. There only when acting in the past has made a second branch.

import { type KeyboardEvent, useMemo, useRef } from 'react';
import type { BranchLanes } from '../../scene/transport/branchLanes.ts';
import { branchLanes } from '../../scene/transport/branchLanes.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { useSession } from '../session/sessionContext.ts';
import { useSize } from '../useSize.ts';
import { useBranchTree } from './useBranchTree.ts';

interface Props {
  readonly lanesMax: number;
  readonly large: boolean;
  readonly onAll: () => void;
}

export function BranchLanesView({ lanesMax, large, onAll }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { width } = useSize(place);
  const tree = useBranchTree();
  const shown = useMemo(() => {
    const room = large ? { type: 22, rowHeight: 36, lift: 20 } : { type: 13, rowHeight: 24, lift: 12 };
    return branchLanes(tree, { width, lanesMax, ...room });
  }, [tree, width, lanesMax, large]);
  const hidden = shown.all.length - 1 - shown.lanes.length;
  return (
    <div className="lanes" role="radiogroup" aria-label={pageWords('branch')}>
      <div className="lanes-place" ref={place} style={{ height: Math.max(shown.height, large ? 36 : 24) }}>
        <LaneLines lanes={shown.lanes} />
        {shown.lanes.map((lane) => (
          <Radio key={lane.branch} branch={lane.branch} label={lane.label} checked={false} lane={lane}>
            {lane.text}
          </Radio>
        ))}
      </div>
      <div className="lanes-now">
        {shown.all
          .filter((item) => item.current)
          .map((item) => (
            <Radio key={item.branch} branch={item.branch} label={item.sentence} checked>
              {item.name}
            </Radio>
          ))}
        {hidden > 0 && (
          <button type="button" className="button quiet more-branches" onClick={onAll}>
            {pageWords('hidden-more', { hidden })}
          </button>
        )}
      </div>
    </div>
  );
}

function LaneLines({ lanes }: Pick<BranchLanes, 'lanes'>) {
  return (
    <svg className="lane-lines" aria-hidden="true" width="100%" height="100%">
      {lanes.map((lane) => (
        <path key={lane.branch} d={lane.path} />
      ))}
    </svg>
  );
}

interface RadioProps {
  readonly branch: number;
  readonly label: string;
  readonly checked: boolean;
  readonly lane?: BranchLanes['lanes'][number];
  readonly children: string;
}

function Radio({ branch, label, checked, lane, children }: RadioProps) {
  const session = useSession();
  const style = lane === undefined ? undefined : { left: lane.textX, top: lane.y, maxWidth: lane.textW };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native radio cannot hold the name at the end of its line
    <button
      type="button"
      role="radio"
      className={checked ? 'branch-now' : 'branch-end'}
      aria-checked={checked}
      title={label}
      tabIndex={checked ? 0 : -1}
      style={style}
      onClick={() => session.switchBranch(branch)}
      onKeyDown={(event) => step(event, (target) => session.switchBranch(target))}
      data-branch={branch}
    >
      {children}
    </button>
  );
}

/** As in any group of radio buttons the arrows choose; the focus goes with the choice. */
function step(event: KeyboardEvent<HTMLElement>, choose: (branch: number) => void): void {
  const group = event.currentTarget.closest('[role="radiogroup"]');
  const delta = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (group === null || delta === undefined) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  const ids = [...group.querySelectorAll<HTMLElement>('[role="radio"]')]
    .map((element) => Number(element.dataset['branch']))
    .sort((a, b) => a - b);
  const at = ids.indexOf(Number(event.currentTarget.dataset['branch']));
  const target = ids[(at + delta + ids.length) % ids.length];
  if (target !== undefined) {
    choose(target);
    requestAnimationFrame(() => group.querySelector<HTMLElement>('[aria-checked="true"]')?.focus());
  }
}
