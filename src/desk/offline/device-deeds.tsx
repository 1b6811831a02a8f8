import type { Context } from 'hono'
import { z } from 'zod'
import { enrolDevice, receiveIssues, revokeDevice, sealedEntry, standingOf } from '../../letters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { seeOther } from '../show-page.tsx'
import { showOffline } from './offline-page.tsx'
import { texts } from './texts.nl.ts'

/** Enrols the browser that sent the form, under the key that it made. */
export async function submitDevice(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  const enrolled = await enrolDevice(deps, {
    ...{ municipalityId: election.municipalityId, by: staff.staffId },
    ...{ deviceId: form.text('toestel'), name: form.text('naam') },
    publicKey: Buffer.from(form.text('sleutel'), 'base64'),
    tokenSha256: Buffer.from(form.text('bewijs'), 'base64'),
  })
  const { nameMissing, notADevice } = texts.page
  if (!enrolled.ok)
    return showOffline(desk, {
      errors: { naam: enrolled.because === 'name-missing' ? nameMissing : notADevice },
    })
  return seeOther(desk, paths.offline({ election: election.code }), 'device-enrolled')
}

export async function submitRevoking(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  const { municipalityId } = election
  const which = { municipalityId, deviceId: form.text('toestel'), by: staff.staffId }
  const revoked = await revokeDevice(deps, which)
  if (!revoked.ok) return notFoundPage(desk)
  return seeOther(desk, paths.offline({ election: election.code }), 'device-revoked')
}

const outbox = z.array(sealedEntry).max(500)

/** Takes what this browser gave without network; the page that comes back tells the browser what it may forget. */
export async function handIn(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  const entries = outbox.safeParse(jsonIn(form.text('posten')))
  if (!entries.success) return showOffline(desk, { errors: { inhoud: texts.received.unreadable } })
  const received = await receiveIssues(deps, { election, entries: entries.data, by: staff.staffId })
  return showOffline(desk, { received })
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** More than any token is long. */
const mostTokenBytes = 200

/** A device asks whether it may still have its pack: with nobody logged in, by a secret that opens nothing else. */
export async function tellStanding(deps: DeskDeps, context: Context) {
  context.header('Cache-Control', 'no-store')
  const length = Number(context.req.header('Content-Length') ?? mostTokenBytes + 1)
  const token = length <= mostTokenBytes ? await context.req.text() : ''
  const standing = await standingOf(deps, token)
  return context.json({ standing, now: deps.clock.now().getTime() })
}
