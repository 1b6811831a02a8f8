import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { currentDraw, drawFile, freezeDraw, holdDraw, withdrawDraw } from '../../../bureaus/index.ts'
import { momentOn } from '../../../platform/dates.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther } from '../../show-page.tsx'
import { dayOf, timeFrom, typedDate } from '../../typed-day.ts'
import { drawPage } from './draw-page.tsx'
import { texts } from './texts.nl.ts'

/** Fixes out of whom is drawn, and goes on to what to make known. */
export async function commit(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const day = dayOf(typedDate((name) => form.text(name), 'dag'))
  const time = timeFrom(form.text('uur'))
  const { missing, refused } = texts.commit
  if (!day || !time)
    return drawPage(desk, { ...(!day && { dag: missing.day }), ...(!time && { uur: missing.hour }) })
  const dice = /^\d{1,3}$/.test(form.text('dobbelstenen')) ? Number(form.text('dobbelstenen')) : Number.NaN
  const frozen = await freezeDraw(deps, {
    ...{ election, staff, publicSource: form.text('uitslag'), knownAt: momentOn(day, time), dice },
    twoPeople: form.text('twee') === 'ja',
    withoutListA: form.text('zonder') === 'ja',
  })
  if (frozen.ok) return seeOther(desk, paths.draw({ election: election.code }), 'draw-committed')
  const fields: Readonly<Partial<Record<typeof frozen.because, string>>> = {
    'no-dice': 'dobbelstenen',
    'moment-passed': 'dag',
    'list-a-not-adopted': 'zonder',
  }
  return drawPage(desk, { [fields[frozen.because] ?? 'uitslag']: refused[frozen.because] })
}

/** Draws, with what chance said. */
export async function hold(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const dice = form
    .text('ogen')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number)
  const held = await holdDraw(deps, { election, staff, publicValue: form.text('waarde'), dice })
  if (held.ok) return seeOther(desk, paths.draw({ election: election.code }), 'draw-held')
  const field = held.because === 'not-those-dice' ? 'ogen' : 'waarde'
  return drawPage(desk, { [field]: texts.run.refused[held.because] })
}

/** Gives up a draw that was not held, for a reason. */
export async function withdraw(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const isAfterChance = form.text('na') === 'ja'
  const giving = { election, staff, reason: form.text('waarom').slice(0, 200), isAfterChance }
  const withdrawn = await withdrawDraw(deps, giving)
  if (withdrawn.ok) return seeOther(desk, paths.draw({ election: election.code }), 'draw-withdrawn')
  return drawPage(desk, { waarom: texts.withdraw.refused[withdrawn.because] })
}

/** The file of a draw that was held, piece by piece as it is read. */
export async function downloadDrawFile(desk: ElectionDesk): Promise<Response> {
  const { deps, election, context } = desk
  const draw = await inOwnScope(desk, (db) => currentDraw(db, election))
  if (draw?.state !== 'DRAWN') return notFoundPage(desk)
  const pieces = Readable.from(drawFile(deps.database, election, { ...draw, state: 'DRAWN' }))
  return context.body(Readable.toWeb(pieces).pipeThrough(new TextEncoderStream()), 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': 'attachment; filename="loting.json"',
  })
}

const recipe = readFileSync(join(import.meta.dirname, 'narekenen.mjs'), 'utf8')

/** The program by which anybody recomputes a draw, with nothing of ours (`docs/formats/draw.md`). */
export function downloadRecipe({ context }: ElectionDesk): Response {
  return context.body(recipe, 200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Content-Disposition': 'attachment; filename="narekenen.mjs"',
  })
}
