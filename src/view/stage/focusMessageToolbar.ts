export const MESSAGE_TOOLBAR = 'message-toolbar';

/** To the first action of the message that has just been chosen; there is none when no message was. */
export function focusMessageToolbar(): void {
  document.getElementById(MESSAGE_TOOLBAR)?.querySelector('button')?.focus();
}

/** Before the toolbar goes: whoever stands on it goes on at what is still on its way, or at Next. */
export function passFocusOn(): void {
  if (document.activeElement?.closest(`#${MESSAGE_TOOLBAR}`) == null) return;
  const list = document.querySelector<HTMLElement>('.on-the-way [role="listbox"]');
  (list ?? document.getElementById('next'))?.focus({ preventScroll: true });
}
