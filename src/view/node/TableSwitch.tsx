// Which table the stage speaks of, when there are several: hues, versions, ids and entries are all of one table.

import type { Scene } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { useSession } from '../session/sessionContext.ts';

/** As many as stand side by side on a phone; more fold into a list. */
const TABS_MAX = 4;

export function TableSwitch({ tables }: Pick<Scene, 'tables'>) {
  const session = useSession();
  if (tables.length < 2) {
    return null;
  }
  const show = (key: string): void => {
    const found = tables.find((one) => one.key === key);
    if (found !== undefined) session.showTable({ keyspace: found.keyspace, table: found.table });
  };
  const several = new Set(tables.map((one) => one.keyspace)).size > 1;
  const nameOf = (one: Scene['tables'][number]): string =>
    several ? `${one.keyspace}.${one.table}` : one.table;
  if (tables.length > TABS_MAX) {
    return (
      <label className="table-switch">
        <span className="caption">{pageWords('table')}</span>
        <select
          className="input"
          value={tables.find((one) => one.selected)?.key}
          onChange={(event) => show(event.target.value)}
        >
          {tables.map((one) => (
            <option key={one.key} value={one.key}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <fieldset className="table-switch">
      <legend className="hidden-text">{pageWords('table')}</legend>
      <span className="caption" aria-hidden="true">
        {pageWords('table')}
      </span>
      {tables.map((one) => (
        <label key={one.key} className="table-choice">
          <input
            type="radio"
            name="table"
            value={one.key}
            checked={one.selected}
            onChange={() => show(one.key)}
          />
          <span>{nameOf(one)}</span>
        </label>
      ))}
    </fieldset>
  );
}
