// New sandbox: the cluster, its tables, its protections. Opening one keeps the run that is open; a refusal says what is
// wrong and leaves everything as it is. Above the form, a run that a seed makes by itself; below it, the runs before.

import { type FormEvent, useId, useState } from 'react';
import { countText } from '../../scene/orders/numbers.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import {
  FIRST_FORM,
  limitsOf,
  type NumberField,
  type SandboxForm,
  sandboxOf,
} from '../../store/sandbox/sandbox.ts';
import { sandboxWords } from '../../store/words/messagesOfSandbox.en.ts';
import { useSession } from '../session/sessionContext.ts';
import { EarlierRuns } from './EarlierRuns.tsx';
import { ProtectionChoice } from './ProtectionChoice.tsx';
import { SurpriseForm } from './SurpriseForm.tsx';
import { TableChoice } from './TableChoice.tsx';

export function SetupDrawer() {
  return (
    <div className="drawer-scroll setup">
      <SurpriseForm />
      <SandboxFields />
      <EarlierRuns />
    </div>
  );
}

function SandboxFields() {
  const session = useSession();
  const [form, setForm] = useState<SandboxForm>(FIRST_FORM);
  const [everywhere, setEverywhere] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const refusal = useId();
  const change = (part: Partial<SandboxForm>): void => {
    const { replicationFactor, nodes = form.nodes } = part;
    const isEverywhere = replicationFactor === undefined ? everywhere : replicationFactor === nodes;
    setEverywhere(isEverywhere);
    setForm((before) => withReplicas({ ...before, ...part }, isEverywhere));
    setProblem(null);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const sandbox = sandboxOf(form);
    const opened = sandbox.ok ? session.open(sandbox.value) : sandbox;
    if (opened.ok) {
      session.openDrawer(null);
    } else {
      session.dismissProblem();
      setProblem(opened.problem);
    }
  };
  return (
    <form className="setup-part" onSubmit={submit} noValidate aria-labelledby="setup-title">
      <h3 id="setup-title">{dialogWords('a-cluster-of-your-own')}</h3>
      <NumberFields form={form} onChange={change} />
      <TableChoice form={form} onChange={change} />
      <ProtectionChoice protections={form.protections} onChange={(protections) => change({ protections })} />
      <p id={refusal} className="refusal" role="alert">
        {problem}
      </p>
      <div className="setup-actions">
        <p className="caption">{dialogWords('what-is-open-now-is')}</p>
        <button type="submit" className="button strong" aria-describedby={refusal}>
          {dialogWords('open-sandbox')}
        </button>
      </div>
    </form>
  );
}

/** Every row is on as many nodes as there are until one says otherwise, and never on more. */
function withReplicas(form: SandboxForm, isEverywhere: boolean): SandboxForm {
  const { nodes, replicationFactor } = form;
  const follows = nodes >= 1 && (isEverywhere || replicationFactor > nodes);
  return follows ? { ...form, replicationFactor: nodes } : form;
}

interface FieldsProps {
  readonly form: SandboxForm;
  readonly onChange: (part: Partial<SandboxForm>) => void;
}

function NumberFields({ form, onChange }: FieldsProps) {
  return (
    <div className="setup-numbers">
      {limitsOf(form).map(({ field, title, min, max }) => (
        <NumberInput
          key={field}
          field={field}
          title={sandboxWords(title, {})}
          range={[min, max]}
          value={form[field]}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
    </div>
  );
}

interface InputProps {
  readonly field: NumberField;
  readonly title: string;
  readonly range: readonly [number, number];
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function NumberInput({ field, title, range: [min, max], value, onChange }: InputProps) {
  const limits = { min: countText(min), max: countText(max) };
  const limit = field === 'seed' ? sandboxWords('any', {}) : sandboxWords('limits', limits);
  const hint = useId();
  return (
    <label className="field">
      <span>{title}</span>
      <input
        className="input mono"
        type="number"
        inputMode="numeric"
        name={field}
        min={min}
        max={max}
        step={1}
        value={Number.isNaN(value) ? '' : value}
        aria-describedby={hint}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <span id={hint} className="setup-limit">
        {limit}
      </span>
    </label>
  );
}
