// Where one types CQL: colours lie under a transparent text, Enter runs what is whole, Tab proposes, the arrows bring back
// what was entered before. What was refused stays in the text, with its place marked.

import { type ChangeEvent, type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef } from 'react';
import type { KnownTable } from '../../engine/index.ts';
import { inputSpans } from '../../scene/console/consoleInput.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import type { Entered } from '../../store/state/consoleState.ts';
import { CompletionList } from './CompletionList.tsx';
import { Spans } from './EntryView.tsx';
import { type CqlText, useCqlText } from './useCqlText.ts';

interface Props {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly node: string;
  /** Its accessible name: 'CQL on A'. */
  readonly name: string;
  readonly tables: readonly KnownTable[];
  readonly history: readonly string[];
  readonly onEnter: (text: string) => Entered;
}

const ROWS_MAX = 10;

export function CqlInput({ ref, node, name, tables, history, onEnter }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => area.current as HTMLTextAreaElement, []);
  const list = useId();
  const hint = useId();
  const problem = useId();
  const cql = useCqlText({ node, tables, history, onEnter, area });
  const { text, entered, proposed, goOn } = cql;
  const rows = Math.min(ROWS_MAX, Math.max(2, text.split('\n').length));
  return (
    <form
      className="cql-form"
      onSubmit={(event) => {
        event.preventDefault();
        cql.run();
        area.current?.focus();
      }}
    >
      {entered.problem !== null && (
        <div role="alert" id={problem}>
          {/* It stands at the end of the log; here it is to be heard, and read where the log has no room. */}
          <p className="cql-said">{entered.problem.sentence}</p>
          {cql.kept !== '' && <p className="cql-kept">{cql.kept}</p>}
        </div>
      )}
      {goOn !== null && (
        <button
          type="button"
          className="button cql-go-on"
          onClick={() => {
            goOn();
            area.current?.focus();
          }}
        >
          {dialogWords('leave-out-and-go-on')}
        </button>
      )}
      <div className="cql-box">
        <pre className="cql-code cql-colours" aria-hidden="true">
          <Spans spans={inputSpans(text, entered.problem)} />
          {'\n'}
        </pre>
        <textarea
          ref={area}
          className="cql-code"
          rows={rows}
          value={text}
          aria-label={name}
          aria-autocomplete="list"
          aria-controls={proposed === null ? undefined : list}
          aria-activedescendant={proposed === null ? undefined : `${list}-${proposed.active}`}
          aria-invalid={entered.problem !== null || undefined}
          aria-describedby={entered.problem === null ? hint : `${problem} ${hint}`}
          placeholder="HELP;"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          onChange={(event: ChangeEvent<HTMLTextAreaElement>) => cql.type(event.target.value)}
          onKeyDown={(event: KeyboardEvent<HTMLTextAreaElement>) => press(event, cql)}
          onBlur={cql.close}
        />
        {proposed !== null && (
          <CompletionList
            id={list}
            words={proposed.words}
            active={proposed.active}
            onPick={(word) => cql.accept(word)}
          />
        )}
      </div>
      <div className="cql-foot">
        <p id={hint} className="cql-hint">
          <kbd>{dialogWords('enter')}</kbd> {dialogWords('runs')} <kbd>{dialogWords('shift-enter')}</kbd>{' '}
          {dialogWords('new-line')} <kbd>{dialogWords('tab')}</kbd> {dialogWords('completes')} <kbd>↑</kbd>{' '}
          {dialogWords('brings-back')}
        </p>
        <button type="submit" className="button strong" aria-disabled={text.trim() === '' || undefined}>
          {dialogWords('run')}
        </button>
      </div>
    </form>
  );
}

/** Every key that means something here; all others are typed. */
function press(event: KeyboardEvent<HTMLTextAreaElement>, cql: CqlText): void {
  if (event.nativeEvent.isComposing) {
    return;
  }
  if (handled(event, cql)) {
    event.preventDefault();
  }
}

function handled({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, cql: CqlText): boolean {
  if (altKey) {
    return false;
  }
  const open = cql.proposed !== null;
  switch (key) {
    case 'Escape':
      return open && cql.leave();
    case 'Tab':
      return !shiftKey && (open ? cql.acceptActive() : cql.propose());
    case 'Enter':
      return open && !ctrlKey ? cql.acceptActive() : cql.enter({ shiftKey, force: ctrlKey || metaKey });
    case 'ArrowUp':
      return open ? cql.move(-1) : !shiftKey && cql.recall(-1);
    case 'ArrowDown':
      return open ? cql.move(1) : !shiftKey && cql.recall(1);
    default:
      return false;
  }
}
