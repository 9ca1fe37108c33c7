import { type NetworkView, toggleCommand } from '../../scene/operator/network.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { useSession } from '../session/sessionContext.ts';

/** Every link as a switch: pressed is cut. One tab stop would hide them from those who search by name, so each has its own. */
export function LinkList({ network }: { readonly network: NetworkView }) {
  const session = useSession();
  return (
    <ul className="link-list" aria-label={dialogWords('links')}>
      {network.links.map((link) => (
        <li key={link.key} data-changed={link.changed || undefined}>
          <button
            type="button"
            className="button"
            aria-pressed={link.cut}
            aria-label={dialogWords('cut-the-link-between-a', { a: link.a, b: link.b })}
            title={link.sentence}
            onClick={() => session.act(toggleCommand(link))}
          >
            <span>{link.short}</span>
            {link.cut && <b>{dialogWords('cut')}</b>}
          </button>
        </li>
      ))}
    </ul>
  );
}
