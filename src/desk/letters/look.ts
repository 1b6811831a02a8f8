import { lookAtLetter, type SeenLetter } from '../../letters/index.ts'
import type { LetterId } from '../../platform/ids.ts'
import type { ElectionDesk } from '../desk.ts'

const millisecondsOfOneLook = 60_000
const mostRemembered = 10_000

/** Which letter somebody looked at, last when: its pictures and its text are the same look, in this process. */
const lastLook = new Map<string, number>()

/** One letter to look at; who looked is written down, once for the page with what belongs to it. */
export async function look(desk: ElectionDesk, letterId: string): Promise<SeenLetter | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(letterId)) return undefined
  const now = desk.deps.clock.now().getTime()
  const key = `${desk.session.sessionId} ${letterId}`
  const isNoted = now - (lastLook.get(key) ?? 0) < millisecondsOfOneLook
  const { election, staff } = desk
  const seen = await lookAtLetter(desk.deps, {
    ...{ election, letterId: letterId as LetterId, by: staff.staffId, isNoted },
  })
  if (!seen || isNoted) return seen
  if (lastLook.size >= mostRemembered) lastLook.clear()
  lastLook.set(key, now)
  return seen
}
