// Who hears what: what each node believes of the others, and which versions each shard knows. Two real tables; a cell that
// is pressed is told in a sentence below its table, and what it is about is selected on the whole page.

import { useMemo } from 'react';
import { hearingAt } from '../../scene/hearing/hearing.ts';
import { useRun } from '../inspector/useRun.ts';
import { BeliefTable } from './BeliefTable.tsx';
import { KnowingTable } from './KnowingTable.tsx';

export function HearingDrawer() {
  const run = useRun();
  const hearing = useMemo(
    () => (run === null ? null : hearingAt(run.timeline, run.playhead, run.options)),
    [run],
  );
  return hearing === null ? null : (
    <div className="drawer-scroll hearing">
      <BeliefTable hearing={hearing} />
      <KnowingTable hearing={hearing} />
    </div>
  );
}
