// The built page works without a network after its first visit: everything that was built is kept by a service worker
// (scripts/build/serviceWorker.js). A page on a disk, or served without encryption from afar, has none and needs none.

export async function workOffline(): Promise<void> {
  if (!import.meta.env.PROD || window.location.protocol === 'file:' || !('serviceWorker' in navigator)) {
    return;
  }
  try {
    await navigator.serviceWorker.register('./sw.js');
  } catch {
    // Refused by the browser or its owner: the page works, and is fetched again next time.
  }
}
