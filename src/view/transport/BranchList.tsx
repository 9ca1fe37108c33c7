// Every branch in words: where it left, where it ends, and with whom it comes to the same state again.

import { branchList } from '../../scene/transport/branchLanes.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { useSession } from '../session/sessionContext.ts';
import { useBranchTree } from './useBranchTree.ts';

export function BranchList({ onDone }: { readonly onDone: () => void }) {
  const session = useSession();
  const tree = useBranchTree();
  const all = branchList(tree);
  if (all.length < 2) {
    return null;
  }
  const compare = (branch: number): void => {
    session.compare({ kind: 'branches', a: branch, b: tree.current });
    session.openDrawer('compare');
    onDone();
  };
  return (
    <section className="panel-row" aria-label={dialogWords('branches')}>
      <h3>{dialogWords('branches')}</h3>
      <ul className="places">
        {all.map(({ branch, name, sentence, current: here }) => (
          <li key={branch}>
            <button
              type="button"
              className="place"
              aria-current={here || undefined}
              onClick={() => session.switchBranch(branch)}
            >
              <span>{sentence}</span>
            </button>
            {!here && (
              <button
                type="button"
                className="button"
                aria-label={dialogWords('compare-with-name', { name })}
                onClick={() => compare(branch)}
              >
                {dialogWords('compare')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
