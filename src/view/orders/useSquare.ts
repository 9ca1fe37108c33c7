// Two things in both orders, from the worker: what follows each order can be hundreds of steps.

import { useEffect, useState } from 'react';
import type { Core, Square } from '../../engine/index.ts';
import type { PendingThing } from '../../scene/orders/ordersView.ts';
import { explorerOfPage } from '../../workers/explorerClient.ts';

export interface SquareOf {
  readonly core: Core;
  readonly pair: readonly [PendingThing, PendingThing];
  readonly square: Square;
}

/** Null while none is known at this core; when two others are picked, the last one until theirs is there. */
export function useSquare(
  core: Core,
  a: PendingThing | undefined,
  b: PendingThing | undefined,
): SquareOf | null {
  const [told, setTold] = useState<SquareOf | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is pending is made anew for each picture, its ids are not
  useEffect(() => {
    if (a === undefined || b === undefined) {
      return undefined;
    }
    let isWanted = true;
    void explorerOfPage()
      .ask('square', { core, commands: [a.command, b.command] })
      .then((square) => {
        if (isWanted) {
          setTold({ core, pair: [a, b], square });
        }
      });
    return () => {
      isWanted = false;
    };
  }, [core, a?.id, b?.id]);
  return told?.core === core ? told : null;
}
