import { takeAlong } from '../../scene/words/takeAlongWords.ts';
import { useKeeping } from '../keeping/keeping.ts';
import { placeText } from '../keeping/placeText.ts';
import { SharePart } from './SharePart.tsx';

/** Runs that this browser kept of pages that are gone; nothing while there are none. */
export function KeptPart({ onClose }: { readonly onClose: () => void }) {
  const { left, goOn, forget } = useKeeping();
  return left.length === 0 ? null : (
    <SharePart title={takeAlong('kept-title')} about={takeAlong('kept-about')}>
      <ul className="kept-runs">
        {left.map((run) => {
          const [title, place] = [run.file.title, placeText(run)];
          return (
            <li key={run.page}>
              <button
                type="button"
                className="button"
                onClick={() => {
                  onClose();
                  goOn(run);
                }}
              >
                {takeAlong('kept-open', { title })}
              </button>
              <span className="caption">{place}</span>
              <button
                type="button"
                className="button quiet"
                aria-label={takeAlong('kept-forget-name', { title, place })}
                onClick={() => forget(run)}
              >
                {takeAlong('kept-forget')}
              </button>
            </li>
          );
        })}
      </ul>
    </SharePart>
  );
}
