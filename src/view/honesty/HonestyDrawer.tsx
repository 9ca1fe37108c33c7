import { honestyLead, honestyParts } from '../../scene/words/honesty.ts';

/** What is simplified, what was concluded, and where the rules come from. */
export function HonestyDrawer() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className="drawer-scroll in-words honesty" tabIndex={0}>
      <p>{honestyLead()}</p>
      {honestyParts().map(({ title, lines }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
