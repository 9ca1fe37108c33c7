import { useId } from 'react';
import { PROTECTION_TABLE, type ProtectionRow, type Protections } from '../../engine/index.ts';
import { protectionLesson, protectionTitle } from '../../scene/verdict/protectionWords.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { label } from '../../scene/words/say.ts';
import { PRESETS, type PresetId, presetOf } from '../../store/sandbox/sandbox.ts';

interface Props {
  readonly protections: Protections;
  readonly onChange: (protections: Protections) => void;
}

const PRESET_NAMES: Readonly<Record<PresetId, string>> = {
  '2016': label('switches-preset-first', {}),
  later: label('switches-preset-later', {}),
};

/** Every switch of the protocol with its sentence, and two presets of them. */
export function ProtectionChoice({ protections, onChange }: Props) {
  const name = useId();
  const preset = presetOf(protections);
  const on = PROTECTION_TABLE.filter((row) => protections[row.id] === row.on).length;
  return (
    <fieldset className="setup-group">
      <legend>{dialogWords('protections')}</legend>
      <div className="setup-presets">
        {(Object.keys(PRESET_NAMES) as PresetId[]).map((id) => (
          <label key={id}>
            <input type="radio" name={name} checked={preset === id} onChange={() => onChange(PRESETS[id])} />
            {PRESET_NAMES[id]}
          </label>
        ))}
        {preset === null && (
          <label>
            <input type="radio" name={name} checked readOnly />
            {label('switches-preset-own', {})}
          </label>
        )}
      </div>
      <details className="setup-fold">
        <summary>{dialogWords('every-switch-on-of-length', { on, length: PROTECTION_TABLE.length })}</summary>
        <ul className="protections">
          {PROTECTION_TABLE.map((row) => (
            <Switch
              key={row.id}
              row={row}
              value={protections[row.id]}
              onChange={(value) => onChange({ ...protections, [row.id]: value } as Protections)}
            />
          ))}
        </ul>
      </details>
    </fieldset>
  );
}

interface SwitchProps {
  readonly row: ProtectionRow;
  readonly value: Protections[keyof Protections];
  readonly onChange: (value: Protections[keyof Protections]) => void;
}

function Switch({ row, value, onChange }: SwitchProps) {
  const lesson = useId();
  const adopts = value === 'adoptIncoming';
  return (
    <li>
      <label className="switch">
        <input
          type="checkbox"
          checked={value === row.on}
          aria-describedby={lesson}
          onChange={(event) => onChange(event.target.checked ? row.on : row.off)}
        />
        <span>{protectionTitle(row.id)}</span>
      </label>
      <p id={lesson} className="caption">
        {protectionLesson(row.id)}
      </p>
      {row.id === 'syncBeforeApply' && value !== row.on && (
        <label className="switch adopts">
          <input
            type="checkbox"
            checked={adopts}
            onChange={(event) => onChange(event.target.checked ? 'adoptIncoming' : row.off)}
          />
          <span>{label('switches-adopts', {})}</span>
        </label>
      )}
    </li>
  );
}
