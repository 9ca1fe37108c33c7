import { orderWords } from '../../scene/orders/orderWords.ts';
import type { SearchView } from '../../scene/orders/searchView.ts';
import { useSession } from '../session/sessionContext.ts';
import { openEntry } from '../verdict/wantedEntry.ts';
import { openState } from './search.ts';

/** Where the orders end, those together that end alike; each with a sample to open. */
export function EndingList({ view }: { readonly view: SearchView }) {
  const session = useSession();
  return view.endings.length === 0 ? null : (
    <section aria-labelledby="orders-endings">
      <h3 id="orders-endings">{orderWords('endings')}</h3>
      <p className="orders-says">{view.endingsSentence}</p>
      <ol className="orders-endings">
        {view.endings.map((row) => (
          <li key={row.state} data-agreed={row.agreed || undefined} data-broken={row.broken || undefined}>
            <div>
              <p>{row.sentence}</p>
              {row.named.length > 0 && (
                <p className="orders-named">
                  <span>{orderWords('not-promised')}</span>
                  {row.named.map(({ id, title, link }) => (
                    <button
                      key={id}
                      type="button"
                      className="orders-name"
                      aria-label={link}
                      onClick={() => openEntry(session, id)}
                    >
                      {title}
                    </button>
                  ))}
                </p>
              )}
              <p className="orders-note">{row.ways}</p>
              {row.notes.map((note) => (
                <p key={note} className="orders-note">
                  {note}
                </p>
              ))}
            </div>
            <button
              type="button"
              className="button"
              aria-label={orderWords('open-a-run-of', { sentence: row.sentence })}
              onClick={() => void openState(session, row.state, row.about)}
            >
              {orderWords('open-a-run')}
            </button>
          </li>
        ))}
      </ol>
      {view.endingsNotes.map((note) => (
        <p key={note} className="orders-note">
          {note}
        </p>
      ))}
    </section>
  );
}
