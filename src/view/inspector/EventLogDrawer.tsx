// The event log: filters above, below them the rows that are in sight and no others.

import { useMemo, useState } from 'react';
import { type EventLog, eventLogOf, type LogFilter } from '../../scene/inspector/eventLog.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import type { DrawerProps } from '../shell/drawers.ts';
import { LogRows } from './LogRows.tsx';
import { type ShownRun, useRun } from './useRun.ts';

const NO_FILTER: LogFilter = { node: null, group: null, text: '', later: false };

export function EventLogDrawer(_props: DrawerProps) {
  const run = useRun();
  return run === null ? null : <Log run={run} />;
}

function Log({ run }: { readonly run: ShownRun }) {
  const { timeline, playhead, options } = run;
  const [filter, setFilter] = useState(NO_FILTER);
  const log = useMemo(
    () => eventLogOf(timeline, playhead, options, filter),
    [timeline, playhead, options, filter],
  );
  return (
    <>
      <Filters log={log} filter={filter} onFilter={setFilter} />
      <LogRows log={log} follows={`${playhead.step} ${JSON.stringify(filter)}`} />
    </>
  );
}

interface FilterProps {
  readonly log: EventLog;
  readonly filter: LogFilter;
  readonly onFilter: (filter: LogFilter) => void;
}

function Filters({ log, filter, onFilter }: FilterProps) {
  return (
    <search className="log-filters">
      <label>
        <span>{dialogWords('node')}</span>
        <select
          className="input"
          value={filter.node ?? ''}
          onChange={({ target }) =>
            onFilter({ ...filter, node: log.nodes.find((node) => node === target.value) ?? null })
          }
        >
          <option value="">{dialogWords('all')}</option>
          {log.nodes.map((node) => (
            <option key={node}>{node}</option>
          ))}
        </select>
      </label>
      <label>
        <span>{dialogWords('about')}</span>
        <select
          className="input"
          value={filter.group ?? ''}
          onChange={({ target }) =>
            onFilter({
              ...filter,
              group: log.groups.find(({ group }) => group === target.value)?.group ?? null,
            })
          }
        >
          <option value="">{dialogWords('everything')}</option>
          {log.groups.map(({ group, name }) => (
            <option key={group} value={group}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="grow">
        <span>{dialogWords('text')}</span>
        <input
          className="input"
          type="search"
          value={filter.text}
          onChange={({ target }) => onFilter({ ...filter, text: target.value })}
        />
      </label>
      <p className="log-count" role="status">
        {log.count}
      </p>
      <label className="log-later">
        <input
          type="checkbox"
          checked={filter.later}
          onChange={({ target }) => onFilter({ ...filter, later: target.checked })}
        />
        <span>{dialogWords('show-later-steps-too')}</span>
      </label>
    </search>
  );
}
