import { dropCookie, giveCookie, readCookie } from './cookies.ts'
import type { Desk } from './desk.ts'

/** In the address of the page that shows what was done. */
export const doneField = 'gelukt'
const seconds = 60

type Answering = Pick<Desk, 'context' | 'deps'>

/** Leaves with the browser of who did it that the next page may say so: an address that somebody made up or kept says nothing. */
export function tellOnce({ context, deps }: Answering, done: string): void {
  giveCookie(context, deps.config, 'done', done, seconds)
}

/** What was just done by who looks, where this page is to say so. It is told once: not when the page is loaded again. */
export function toldNow({ context, deps }: Answering): string | undefined {
  const asked = context.req.query(doneField)
  if (!asked || readCookie(context, deps.config, 'done') !== asked) return undefined
  dropCookie(context, deps.config, 'done')
  return asked
}
