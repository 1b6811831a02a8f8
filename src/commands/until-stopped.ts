/** Resolves when a person or the system asks this process to stop (Ctrl+C, SIGTERM). */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}

/** The same as a signal that a long step can watch, so that it stops where it can be resumed. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  void untilStopped().then(() => controller.abort())
  return controller.signal
}
