import { table } from './tell.ts'

/**
 * How long each step took, and the most memory of this process meanwhile. Once the signal is aborted the step that
 * ends is the last one: `time` throws the reason.
 */
export interface StepTimes {
  time<Outcome>(step: string, work: () => Promise<Outcome>): Promise<Outcome>
  tell(): void
}

const sampleEveryMilliseconds = 100

export function createStepTimes(signal: AbortSignal): StepTimes {
  const steps: (readonly [step: string, seconds: string, megabytes: string])[] = []
  return {
    async time(step, work) {
      const started = performance.now()
      let most = process.memoryUsage.rss()
      const sampling = setInterval(() => {
        most = Math.max(most, process.memoryUsage.rss())
      }, sampleEveryMilliseconds)
      try {
        const outcome = await work()
        signal.throwIfAborted()
        return outcome
      } finally {
        clearInterval(sampling)
        const seconds = ((performance.now() - started) / 1000).toFixed(1)
        steps.push([step, seconds, String(Math.round(most / 1e6))])
      }
    },
    tell() {
      if (steps.length > 0) table(['', 'seconds', 'memory (MB)'], steps)
    },
  }
}
