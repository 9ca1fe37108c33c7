import { orderWords } from '../../scene/orders/orderWords.ts';
import type { BreakRow } from '../../scene/orders/searchView.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSession } from '../session/sessionContext.ts';
import { openState } from './search.ts';

/** Promises that some order breaks, each with the shortest run that does. */
export function BreakList({ rows }: { readonly rows: readonly BreakRow[] }) {
  const session = useSession();
  return rows.length === 0 ? null : (
    <section aria-labelledby="orders-breaks">
      <h3 id="orders-breaks">{orderWords('broken-promises')}</h3>
      <ol className="orders-breaks">
        {rows.map((row) => (
          <li key={`${row.promise} ${row.state}`} data-expected={row.expected || undefined}>
            <Icon name="octagon" />
            <div>
              <p className="orders-break-title">
                <b>{row.steps}:</b> {row.title} <span className="caption mono">{row.promise}</span>
              </p>
              {row.witness !== '' && <p>{row.witness}</p>}
              <p className="orders-note">{row.why}</p>
              <button
                type="button"
                className="button"
                aria-label={orderWords('open-this-run-of', { title: row.title })}
                onClick={() => void openState(session, row.state, row.about)}
              >
                {orderWords('open-this-run')}
              </button>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
