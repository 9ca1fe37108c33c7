import { dialogWords } from '../../scene/dialogWords.ts';
import type { PromisesView } from '../../scene/scene.ts';
import { Icon } from '../marks/Icon.tsx';
import { Dialog } from './Dialog.tsx';

/** What the cluster promises, each held or broken at the playhead, with the smallest witness of a break. */
export function PromisesDrawer({
  promises,
  onClose,
}: {
  readonly promises: PromisesView;
  readonly onClose: () => void;
}) {
  const broken = promises.items.filter((item) => !item.held);
  const held = promises.items.filter((item) => item.held);
  return (
    <Dialog wide title={dialogWords('promises')} lead={promises.sentence} onClose={onClose}>
      <ul className="promises" aria-label={dialogWords('promises')}>
        {[...broken, ...held].map((item) => (
          <li key={item.id} data-broken={!item.held || undefined}>
            <Icon name={item.held ? 'check' : 'octagon'} />
            <div>
              <p>
                <span className="state">{item.held ? dialogWords('holds') : dialogWords('broken')}</span>{' '}
                {item.title}
              </p>
              {!item.held && <p className="witness">{item.sentence}</p>}
            </div>
            <span className="caption mono">{item.id}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
