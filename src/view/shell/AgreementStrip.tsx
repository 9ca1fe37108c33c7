import type { Agreement } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { VersionTile } from '../marks/Glyph.tsx';

/** Always there where the stage is not: who is at which version, so that agreement is seen on every pane. */
export function AgreementStrip({ agreement }: { readonly agreement: Agreement }) {
  return (
    <section className="agreement" aria-label={pageWords('agreement')}>
      <p className="hidden-text">{agreement.sentence}</p>
      <ul aria-hidden="true">
        {agreement.tiles.map((tile) => (
          <li key={tile.node} data-hue={tile.identity?.hue} data-down={!tile.up || undefined}>
            <b>{tile.node}</b>
            <VersionTile identity={tile.identity} />
            <span>{tile.up ? (tile.identity?.name ?? '–') : pageWords('down')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
