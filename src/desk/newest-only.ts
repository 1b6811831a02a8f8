/**
 * Who asks the same again before it is made, wants the newest: for each key one piece of work runs, one waits, and what waited
 * before is not made. What is under way goes on to its end. Answers nothing to who was overtaken. In this process only.
 */
export function createNewestOnly() {
  const running = new Map<string, Promise<unknown>>()
  const waiting = new Map<string, () => void>()
  return async function newestOnly<Made>(key: string, make: () => Promise<Made>): Promise<Made | undefined> {
    waiting.get(key)?.()
    const overtaken = Promise.withResolvers<void>()
    let isOvertaken = false
    waiting.set(key, () => {
      isOvertaken = true
      overtaken.resolve()
    })
    await Promise.race([running.get(key), overtaken.promise])
    if (isOvertaken) return undefined
    waiting.delete(key)
    const made = make()
    const over = made.catch(() => {})
    running.set(key, over)
    try {
      return await made
    } finally {
      if (running.get(key) === over) running.delete(key)
    }
  }
}
