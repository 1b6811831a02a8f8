let stop: AbortController | undefined

/**
 * Aborted once a person or the system asks this process to stop (Ctrl+C, SIGTERM): a long step watches it, and stops
 * where it can be resumed. One signal for the whole process, so that it also counts between two steps.
 */
export function stopSignal(): AbortSignal {
  if (!stop) {
    const controller = new AbortController()
    stop = controller
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort())
  }
  return stop.signal
}

/** Resolves when it is aborted, now or before. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

/** Resolves when this process is asked to stop. */
export function untilStopped(): Promise<void> {
  return untilAborted(stopSignal())
}
