import { DAG_DETAILS, type DagDetail } from '../../scene/versions/dagPicture.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { Icon } from '../marks/Icon.tsx';
import { useRoving } from '../node/useRoving.ts';

interface Props {
  readonly detail: DagDetail;
  /** Whether there is more than the panel shows: only then is there something to zoom. */
  readonly zooms: boolean;
  readonly onDetail: (detail: DagDetail) => void;
  readonly onFit: () => void;
  /** Null: no version is selected that another could be compared with. */
  readonly compare: {
    readonly on: boolean;
    readonly toggle: () => void;
    readonly inspect: () => void;
  } | null;
}

/** Zoom, and what may be done with the selected version: pair it with a second one, or look into it. */
export function DagTools({ detail, zooms, onDetail, onFit, compare }: Props) {
  const roving = useRoving(['compare', 'inspect']);
  const at = DAG_DETAILS.indexOf(detail);
  const [closer, farther] = [DAG_DETAILS[at - 1], DAG_DETAILS[at + 1]];
  return (
    <div className="dag-tools">
      {compare !== null && (
        <div
          role="toolbar"
          aria-label={pageWords('version')}
          className="dag-chosen"
          onKeyDown={roving.onKeyDown}
        >
          <button
            type="button"
            className="button small"
            aria-pressed={compare.on}
            onClick={compare.toggle}
            {...roving.stop('compare')}
          >
            {compare.on ? pageWords('choose-the-second') : pageWords('compare-with')}
          </button>
          <button
            type="button"
            className="button small"
            onClick={compare.inspect}
            {...roving.stop('inspect')}
          >
            {pageWords('inspect')}
          </button>
        </div>
      )}
      {(zooms || detail !== 'full') && (
        <>
          <button
            type="button"
            className="button square small"
            aria-label={pageWords('zoom-in')}
            aria-disabled={closer === undefined}
            onClick={() => closer !== undefined && onDetail(closer)}
          >
            <Icon name="plus" />
          </button>
          <button
            type="button"
            className="button square small"
            aria-label={pageWords('zoom-out')}
            aria-disabled={farther === undefined}
            onClick={() => farther !== undefined && onDetail(farther)}
          >
            <Icon name="minus" />
          </button>
          <button type="button" className="button small" onClick={onFit}>
            {pageWords('fit')}
          </button>
        </>
      )}
    </div>
  );
}
