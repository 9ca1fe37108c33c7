/**
 * The browser may do what else waits before the next long piece of work begins. Not by a timer: one that follows on others is
 * held back by 4 ms.
 */
export const inAnotherTask = (): Promise<void> =>
  new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      go();
    };
    port2.postMessage(null);
  });
