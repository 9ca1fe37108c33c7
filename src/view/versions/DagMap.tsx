import type { PointerEvent } from 'react';
import { dagMap } from '../../scene/versions/dagMap.ts';
import type { DagPicture } from '../../scene/versions/dagPicture.ts';

interface Props {
  readonly picture: DagPicture;
  readonly height: number;
  readonly top: number;
  readonly onTop: (top: number) => void;
}

/** All versions in small, and a frame around those in sight: press or drag to go elsewhere. Keys walk the versions. */
export function DagMap({ picture, height, top, onTop }: Props) {
  const { width, marks } = dagMap(picture, height);
  const scale = height / picture.height;
  const go = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.buttons > 0) {
      event.currentTarget.setPointerCapture(event.pointerId);
      const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
      onTop(y / scale - height / 2);
    }
  };
  return (
    <svg
      className="dag-map"
      aria-hidden="true"
      width={width}
      height={height}
      onPointerDown={go}
      onPointerMove={go}
    >
      {marks.map(({ hue, path }) => (
        <path key={hue} className="dag-map-mark" data-hue={hue} d={path} />
      ))}
      <rect
        className="dag-map-frame"
        x={0.75}
        width={width - 1.5}
        y={top * scale + 0.75}
        height={Math.max(6, height * scale - 1.5)}
        rx={3}
      />
    </svg>
  );
}
