import { DAG_DETAILS, type DagDetail } from '../../scene/dagPicture.ts';
import { Icon } from '../marks/Icon.tsx';

interface Props {
  readonly detail: DagDetail;
  /** Whether there is more than the panel shows: only then is there something to zoom. */
  readonly zooms: boolean;
  readonly onDetail: (detail: DagDetail) => void;
  readonly onFit: () => void;
  /** Null: no version is selected that another could be compared with. */
  readonly compare: { readonly on: boolean; readonly toggle: () => void } | null;
}

/** Zoom, and the choice of a second version for those who have no Shift key. */
export function DagTools({ detail, zooms, onDetail, onFit, compare }: Props) {
  const at = DAG_DETAILS.indexOf(detail);
  const [closer, farther] = [DAG_DETAILS[at - 1], DAG_DETAILS[at + 1]];
  return (
    <div className="dag-tools">
      {compare !== null && (
        <button type="button" className="button small" aria-pressed={compare.on} onClick={compare.toggle}>
          {compare.on ? 'Choose the second' : 'Compare with…'}
        </button>
      )}
      {(zooms || detail !== 'full') && (
        <>
          <button
            type="button"
            className="button square small"
            aria-label="Zoom in"
            disabled={closer === undefined}
            onClick={() => closer !== undefined && onDetail(closer)}
          >
            <Icon name="plus" />
          </button>
          <button
            type="button"
            className="button square small"
            aria-label="Zoom out"
            disabled={farther === undefined}
            onClick={() => farther !== undefined && onDetail(farther)}
          >
            <Icon name="minus" />
          </button>
          <button type="button" className="button small" onClick={onFit}>
            Fit
          </button>
        </>
      )}
    </div>
  );
}
