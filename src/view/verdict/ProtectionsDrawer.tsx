// The protections as switches. Switching one plays the same commands under the new rules, beside the run on the screen,
// and says what differs; for each there is also a small run in which its lack is seen at once.

import { useId, useMemo } from 'react';
import type { Protections } from '../../engine/index.ts';
import { PRESET_RULES, type Preset, type SwitchesView, switchesOf } from '../../scene/verdict/switchesOf.ts';
import { label } from '../../scene/words/say.ts';
import { timelineOf } from '../../store/session.ts';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { Beside } from './Beside.tsx';
import { SwitchRow } from './SwitchRow.tsx';

export function ProtectionsDrawer() {
  const session = useSession();
  const { config } = useSlice(timelineOf);
  const view = useMemo(() => switchesOf(config, config.protections), [config]);
  const turn = (protections: Partial<Protections>): void => {
    session.turn(protections);
  };
  return (
    <div className="drawer-scroll protections-drawer">
      <p className="caption">{view.lead}</p>
      <Presets view={view} onChoose={(id) => turn(PRESET_RULES[id])} />
      {view.warning !== '' && <p className="shards-warning">{view.warning}</p>}
      <Beside of={null} />
      {view.groups.map((group) => (
        <section key={group.key} className="switch-group" aria-labelledby={`switches-${group.key}`}>
          <h3 id={`switches-${group.key}`}>{group.title}</h3>
          <ul>
            {group.items.map((item) => (
              <SwitchRow key={item.id} item={item} onTurn={turn} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface PresetsProps {
  readonly view: SwitchesView;
  readonly onChoose: (preset: Exclude<Preset, 'own'>) => void;
}

function Presets({ view, onChoose }: PresetsProps) {
  const name = useId();
  return (
    <fieldset className="segments switch-presets">
      <legend>{label('switches-preset', {})}</legend>
      {view.presets.map(({ id, text }) => (
        <label key={id}>
          <input
            type="radio"
            name={name}
            checked={view.preset === id}
            onChange={() => {
              if (id !== 'own') onChoose(id);
            }}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
