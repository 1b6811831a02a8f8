import { collectDefaultMetrics, Registry } from 'prom-client'

/** What one process counts and times for Prometheus. No label ever holds a person, a letter or an address. */
export type Metrics = Registry

/** With the process's own: memory, processor, event loop. */
export function createMetrics(): Metrics {
  const metrics = new Registry()
  collectDefaultMetrics({ register: metrics })
  return metrics
}

/** Seconds, from a call on the same machine to one that is given up. */
export const latencyBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** Asks again at most once in so many seconds: every scrape of every process would otherwise cost a query. */
export function atMostEvery<T>(seconds: number, ask: () => Promise<T>): () => Promise<T> {
  let asked = Number.NEGATIVE_INFINITY
  let answer: Promise<T> | undefined
  return () => {
    if (answer && performance.now() - asked < seconds * 1000) return answer
    asked = performance.now()
    const asking = ask()
    answer = asking
    asking.catch(() => {
      if (answer === asking) answer = undefined
    })
    return asking
  }
}
