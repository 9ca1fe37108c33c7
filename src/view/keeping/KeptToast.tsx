import { takeAlong } from '../../scene/words/takeAlongWords.ts';
import { Toast } from '../shell/Toast.tsx';
import { changeKeeping, useKeeping } from './keeping.ts';
import { placeText } from './placeText.ts';

const SHOWN_MS = 60_000;
const answered = (): void => changeKeeping({ offer: null });

/** After a reload or a crash: the run that one had, to go on with; and where to drop a file that is being dragged. */
export function KeptToast() {
  const { offer, dragged, goOn } = useKeeping();
  return (
    <>
      {dragged && <p className="toast">{takeAlong('file-drop')}</p>}
      {offer !== null && (
        <Toast ms={SHOWN_MS} onGone={answered}>
          <p>{takeAlong('kept-offer', { title: offer.file.title, place: placeText(offer) })}</p>
          <div className="toast-actions">
            <button type="button" className="button" onClick={() => goOn(offer)}>
              {takeAlong('kept-go-on')}
            </button>
          </div>
        </Toast>
      )}
    </>
  );
}
