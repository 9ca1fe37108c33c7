import { useId } from 'react';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { cqlOf, type SandboxForm } from '../../store/sandbox/sandbox.ts';
import { TABLE_TEMPLATES, type TemplateId } from '../../store/sandbox/tableTemplates.ts';
import { sandboxWords } from '../../store/words/messagesOfSandbox.en.ts';

interface Props {
  readonly form: SandboxForm;
  readonly onChange: (part: Partial<SandboxForm>) => void;
}

/** Ready tables, as many as one likes, and CQL of one's own that runs after them. */
export function TableChoice({ form, onChange }: Props) {
  const own = useId();
  const cql = cqlOf(form.templates);
  const toggle = (id: TemplateId, on: boolean): void =>
    onChange({ templates: on ? [...form.templates, id] : form.templates.filter((one) => one !== id) });
  return (
    <fieldset className="setup-group">
      <legend>{dialogWords('tables')}</legend>
      <div className="table-templates">
        {TABLE_TEMPLATES.map(({ id, title, about }) => (
          <label key={id} className="template">
            <input
              type="checkbox"
              checked={form.templates.includes(id)}
              onChange={(event) => toggle(id, event.target.checked)}
            />
            <span>
              <b>{sandboxWords(title, {})}</b>
              <span className="caption">{sandboxWords(about, {})}</span>
            </span>
          </label>
        ))}
      </div>
      {cql !== '' && (
        <details className="setup-fold">
          <summary>{dialogWords('the-cql-of-these-tables')}</summary>
          <pre className="setup-cql">{cql}</pre>
        </details>
      )}
      <label className="field setup-own" htmlFor={own}>
        <span>{dialogWords('your-own-schema-in-cql')}</span>
        <textarea
          id={own}
          className="input mono"
          rows={4}
          spellCheck={false}
          autoCapitalize="none"
          placeholder="CREATE TABLE shop.orders (id int PRIMARY KEY, total int);"
          value={form.own}
          onChange={(event) => onChange({ own: event.target.value })}
        />
        <span className="setup-limit">{dialogWords('create-alter-insert-and-the')}</span>
      </label>
    </fieldset>
  );
}
