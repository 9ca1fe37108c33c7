// Being the network: which links work, which groups hear each other, what is on its way, and how time passes. Following the
// playhead; everything done here is a command of the log, so one can go back from it.

import { networkOf } from '../../scene/operator/network.ts';
import { pendingOf } from '../../scene/operator/networkPending.ts';
import { ringOfNodes } from '../../scene/operator/ringView.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { useRun } from '../inspector/useRun.ts';
import { LinkList } from './LinkList.tsx';
import { NetworkPicture } from './NetworkPicture.tsx';
import { PartitionForm } from './PartitionForm.tsx';
import { PassTime } from './PassTime.tsx';
import { PendingList } from './PendingList.tsx';
import { RingNodes } from './RingNodes.tsx';

export function NetworkDrawer() {
  const run = useRun();
  if (run === null) {
    return null;
  }
  const network = networkOf(run.timeline, run.playhead, run.options);
  const pending = pendingOf(run.timeline, run.playhead, run.options);
  return (
    <div className="drawer-scroll network-drawer">
      <RingNodes ring={ringOfNodes(run.timeline, run.playhead, run.options)} />
      <section aria-labelledby="network-links">
        <h3 id="network-links">{dialogWords('links')}</h3>
        <p className="network-says">{network.sentence}</p>
        {network.links.length > 0 && (
          <>
            <NetworkPicture network={network} />
            <LinkList network={network} />
          </>
        )}
      </section>
      {network.links.length > 0 && <PartitionForm network={network} />}
      <PassTime
        hasTimer={pending.rows.some(({ kind }) => kind === 'timer')}
        hasPending={pending.rows.length > 0}
      />
      <PendingList
        pending={pending}
        nodes={network.nodes.map(({ node }) => node)}
        isNow={run.playhead.step >= run.timeline.steps.length}
      />
    </div>
  );
}
