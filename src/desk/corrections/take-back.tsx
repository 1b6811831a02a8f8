import { askRun, stopRun } from '../../letters/index.ts'
import type { FieldErrors } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { texts as frame } from '../texts.nl.ts'
import { type CorrectionsFacts, factsOf, showCorrections } from './overview-page.tsx'
import { texts } from './overview-texts.nl.ts'
import { lettersIn } from './take-back-form.tsx'

const said = texts.takeBack

/** Has a worker take back the letters that are out of date, of one section or of all, when they are as many as was typed. */
export async function takeBack(desk: ElectionDesk) {
  const facts = await factsOf(desk)
  if (!facts || facts.running || facts.isRequested) return showCorrections(desk, {}, 409)
  const errors = errorsOf(desk, facts)
  if (Object.keys(errors).length > 0) return showCorrections(desk, errors)
  const { deps, election, staff } = desk
  const withdrawReason = desk.form.text('waarom')
  const asked = await askRun(deps, { election, staff, kind: 'withdraw', withdrawReason, ...sectionOf(desk) })
  if (!asked.ok && asked.because === 'number-in-text')
    return showCorrections(desk, { waarom: frame.numberInText })
  if (!asked.ok) return showCorrections(desk, {}, 409)
  return seeOther(desk, paths.corrections({ election: election.code }), 'taking-back-asked')
}

/** Stops it between two sections; asking again goes on from there. */
export async function stopTakingBack(desk: ElectionDesk) {
  await stopRun(desk.deps, desk)
  return seeOther(desk, paths.corrections({ election: desk.election.code }), 'taking-back-stopped')
}

function sectionOf({ form }: ElectionDesk): { section?: number } {
  const typed = form.text('afdeling')
  return typed === 'alle' ? {} : { section: Number(typed) }
}

function errorsOf(desk: ElectionDesk, { outdated }: CorrectionsFacts): FieldErrors {
  const { form } = desk
  const { section } = sectionOf(desk)
  const letters = form.text('afdeling') === '' ? 0 : lettersIn(outdated, section)
  if (letters === 0) return { afdeling: form.text('afdeling') === '' ? said.sectionMissing : said.nothing }
  const isNumber = form.text('aantal').replaceAll(/[.\s]/g, '') === String(letters)
  return {
    ...(form.text('waarom') === '' && { waarom: said.reasonMissing }),
    ...(!isNumber && { aantal: said.numberWrong }),
  }
}
