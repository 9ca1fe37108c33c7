// Dialogs on demand: nobody can have opened one before the first screen is there, so their code comes after it.

import {
  Children,
  type ComponentType,
  lazy,
  type ReactNode,
  Suspense,
  useLayoutEffect,
  useState,
} from 'react';

import { engineArrival } from './engineArrival.ts';
import { beginOpening } from './opening.ts';

type Dialogs = typeof import('./dialogs.ts');

let here: Dialogs | null = null;

/** What a dialog asks for can only be done when the engine is there: it waits for both. */
const load = async (): Promise<Dialogs> => {
  const [dialogs] = await Promise.all([import('./dialogs.ts'), engineArrival()]);
  here = dialogs;
  return dialogs;
};

/** Fetches them ahead of the first click. */
export async function preloadDialogs(): Promise<void> {
  await load();
}

/**
 * What has been fetched is drawn at once: React would hold back what it had to wait for by up to 0.3 s, and the keys that are
 * typed then would be nobody's.
 */
const late = <P extends object>(pick: (dialogs: Dialogs) => ComponentType<P>): ComponentType<P> => {
  const Fetched: ComponentType<P> = lazy(async () => ({ default: pick(await load()) }));
  return function Part(props: P) {
    const [Drawn] = useState(() => (here === null ? Fetched : pick(here)));
    return <Drawn {...props} />;
  };
};

export const AddColumnDialog = late((dialogs) => dialogs.AddColumnDialog);
export const DropColumnDialog = late((dialogs) => dialogs.DropColumnDialog);
export const ChangeTableDialog = late((dialogs) => dialogs.ChangeTableDialog);
export const KnownVersions = late((dialogs) => dialogs.KnownVersions);
export const PartBar = late((dialogs) => dialogs.PartBar);
export const ReadDialog = late((dialogs) => dialogs.ReadDialog);
export const WriteDialog = late((dialogs) => dialogs.WriteDialog);
export const HelpDialog = late((dialogs) => dialogs.HelpDialog);
export const CardComparison = late((dialogs) => dialogs.CardComparison);
export const LoomSplitView = late((dialogs) => dialogs.LoomSplitView);
export const DrawerContents = late((dialogs) => dialogs.DrawerContents);
export const ImpossibleDialog = late((dialogs) => dialogs.ImpossibleDialog);
export const ContentsPage = late((dialogs) => dialogs.ContentsPage);
export const Palette = late((dialogs) => dialogs.Palette);
export const PassedToast = late((dialogs) => dialogs.PassedToast);
export const TimePanel = late((dialogs) => dialogs.TimePanel);
export const KeptToast = late((dialogs) => dialogs.KeptToast);

/** By itself: with it comes what draws QR codes and packs links. */
export const ShareDialog = lazy(async () => {
  const [share] = await Promise.all([import('../share/ShareDialog.tsx'), engineArrival()]);
  return { default: share.ShareDialog };
});

/**
 * Around whatever may be a dialog: nothing shows until its code is there. No boundary stands around nothing: of a picture
 * that comes alive each one does so by itself, and a press before that would draw the whole page once for every one.
 */
export function Late({ children }: { readonly children: ReactNode }) {
  return Children.toArray(children).length === 0 ? null : (
    <Suspense fallback={<Opening />}>{children}</Suspense>
  );
}

/** Keys that are typed meanwhile are meant for what is being opened. */
function Opening() {
  useLayoutEffect(beginOpening, []);
  return null;
}
