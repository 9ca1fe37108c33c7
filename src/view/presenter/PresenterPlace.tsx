// Over the stage as soon as its code is there; nothing waits for it, and no key is kept back meanwhile.

import { type ComponentProps, lazy, Suspense } from 'react';
import type { Presenter as Loaded } from './Presenter.tsx';

const Presenter = lazy(async () => {
  // With the dialogs: one request less for every page, and few pages are ever slides.
  const { Presenter: loaded } = await import('../loading/dialogs.ts');
  return { default: loaded };
});

export function PresenterPlace(props: ComponentProps<typeof Loaded>) {
  return (
    <Suspense fallback={null}>
      <Presenter {...props} />
    </Suspense>
  );
}
