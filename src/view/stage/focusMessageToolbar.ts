export const MESSAGE_TOOLBAR = 'message-toolbar';

/** To the first action of the message that has just been chosen; there is none when no message was. */
export function focusMessageToolbar(): void {
  document.getElementById(MESSAGE_TOOLBAR)?.querySelector('button')?.focus();
}
