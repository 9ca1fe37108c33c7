import { takeAlong } from '../../scene/words/takeAlongWords.ts';
import type { QrPicture } from './qr.ts';

/** Black on white in every theme: that is what cameras look for. */
export function QrCode({ picture: { size, path } }: { readonly picture: QrPicture }) {
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={takeAlong('qr-name')}
      shapeRendering="crispEdges"
    >
      <path className="qr-light" d={`M0 0h${size}v${size}H0z`} />
      <path className="qr-dark" d={path} />
    </svg>
  );
}
