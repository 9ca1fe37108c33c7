// A file for the person at the page: the browser asks where, or puts it where downloads go.

/** Long enough for a browser to have begun; the address is then taken back. */
const TAKEN_MS = 60_000;

export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_MS);
}
