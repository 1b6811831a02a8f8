import { Presets, SingleBar } from 'cli-progress'

/** Shows how far a long step is, on stderr: a bar for people at a terminal, a line per tenth elsewhere. */
export interface Progress {
  /** `shown`: what was done, in words; absent: `done` of `total`. */
  update(done: number, total?: number, shown?: string): void
  /** A line between. */
  say(text: string): void
  stop(): void
}

const steps = 10

export function createProgress(label: string, total: number): Progress {
  return process.stderr.isTTY ? createBar(label, total) : createLines(label, total)
}

function createBar(label: string, total: number): Progress {
  const format = `  ${label.padEnd(28)} {bar} {percentage}%  {shown}  {eta_formatted}`
  const bar = new SingleBar({ format, hideCursor: true, barsize: 30, etaBuffer: 50 }, Presets.shades_classic)
  let known = total
  bar.start(total, 0, { shown: `0/${total}` })
  return {
    update(done, newTotal, shown) {
      if (newTotal !== undefined) known = newTotal
      bar.setTotal(known)
      bar.update(done, { shown: shown ?? `${done}/${known}` })
    },
    say: (text) => process.stderr.write(`\r\x1b[K  ${text}\n`),
    stop: () => bar.stop(),
  }
}

function createLines(label: string, total: number): Progress {
  let printed = 0
  let known = total
  return {
    update(done, newTotal, shown = `${done} of ${newTotal ?? known}`) {
      if (newTotal !== undefined) known = newTotal
      const step = known === 0 ? steps : Math.floor((done / known) * steps)
      if (step <= printed) return
      printed = step
      console.error(`  ${label}: ${shown} (${Math.round((done / Math.max(known, 1)) * 100)} %)`)
    },
    say: (text) => console.error(`  ${text}`),
    stop() {},
  }
}

/** Runs a step with its progress shown; the bar is closed whether it ends well or not. */
export async function withProgress<T>(
  label: string,
  total: number,
  step: (onProgress: Progress['update'], say: Progress['say']) => Promise<T>,
): Promise<T> {
  const progress = createProgress(label, total)
  try {
    return await step(progress.update, progress.say)
  } finally {
    progress.stop()
  }
}
