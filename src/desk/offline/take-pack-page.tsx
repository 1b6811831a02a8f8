import { endOfWork, type PackEnd, packEnds, packExpiry, takePack } from '../../letters/index.ts'
import { Button, ButtonLink, Form, Inset, Radios, Warning } from '../../platform/http/components/index.ts'
import { wholeTheme } from '../../platform/http/theme-route.ts'
import { dutchMoment } from '../../platform/pdf/paper.ts'
import type { ElectionDesk } from '../desk.ts'
import { sessionLimits } from '../desk-deps.ts'
import { texts as counterTexts } from '../duplicates/texts.nl.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { sealPack } from './seal-pack.ts'
import { script, serviceWorkers } from './shell-files.ts'
import { Part, Place } from './shell-parts.tsx'
import { texts } from './texts.nl.ts'

const words = texts.take

/** Where a copy of the list is taken: what is in it, until when, and then its code, once. */
export function showTake(desk: ElectionDesk, errors: Readonly<Record<string, string>> = {}) {
  const { election, csrf, context, deps } = desk
  const address = { election: election.code }
  const now = deps.clock.now()
  const ends = packEnds.filter((end) => end === 'last-hour' || endOfWork(election, end) > now)
  const mostDays = deps.config.OFFLINE_COPY_DAYS
  const isBounded = (end: PackEnd) => packExpiry(election, end, { now, mostDays }) < endOfWork(election, end)
  return showPage(
    desk,
    {
      ...{ title: words.title, caption: election.name, errors },
      trail: [
        { href: paths.duplicates(address), text: counterTexts.counter.title },
        { href: paths.offline(address), text: texts.page.title },
      ],
    },
    <div data-offline data-workers={JSON.stringify(serviceWorkers)}>
      <noscript>
        <p>{texts.noScript}</p>
      </noscript>
      <Part name="not-enrolled">
        <Inset>{words.notEnrolled}</Inset>
        <ButtonLink href={paths.offline(address)}>{words.back}</ButtonLink>
      </Part>
      <Part name="refused">
        <Inset>
          <Place name="refused" />
        </Inset>
      </Part>
      <Part name="failed">
        <Inset>{words.failed}</Inset>
      </Part>
      <Part name="form">
        <p class="desk-lead">{words.lead}</p>
        <Form csrf={csrf}>
          <Radios
            {...{ name: 'tot', label: words.until, hint: words.untilHint, value: ends[0] }}
            choices={ends.map((end) => ({
              ...{ value: end, label: words.ends[end](dutchMoment(endOfWork(election, end))) },
              hint: words.endHints[end],
            }))}
          />
          {isBounded(ends[0]!) && <p>{words.bounded(mostDays)}</p>}
          <p>{words.logged}</p>
          <Button>{words.button}</Button>
        </Form>
      </Part>
      <Part name="busy">
        <p role="status">
          {words.busy} <Place name="received" /> {words.received}.
        </p>
      </Part>
      <Part name="done">
        <h2 tabindex={-1}>{words.done}</h2>
        <p>{words.code}</p>
        <p class="offline-code">
          <Place name="code" />
        </p>
        <p>
          {words.holds} <Place name="holds" />.
        </p>
        <Warning>{words.once}</Warning>
        <ul>
          {words.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ul>
        <ButtonLink href={paths.offlineCounter()}>{words.open}</ButtonLink>
      </Part>
      <script type="module" src={script('take-pack.js')} nonce={context.get('secureHeadersNonce')} />
    </div>,
  )
}

/** What PBKDF2 costs is chosen by the browser; a request that asks for next to nothing is none of ours. */
const fewestIterations = 100_000

/** The pack itself, sealed for the device that asks, sent as it is read. */
export async function streamPack(desk: ElectionDesk) {
  const { deps, election, form, staff, municipality, context } = desk
  const stretched = Buffer.from(form.text('gerekt'), 'base64')
  const salt = Buffer.from(form.text('zout'), 'base64')
  const iterations = Number(form.text('rondes'))
  if (stretched.length !== 32 || salt.length !== 16 || !(iterations >= fewestIterations))
    return showTake(desk, { tot: words.noScript })
  const end = packEnds.find((one) => one === form.text('tot')) ?? packEnds[0]
  const facts = { election, deviceId: form.text('toestel'), end, by: staff.staffId }
  const mostDays = deps.config.OFFLINE_COPY_DAYS
  const taken = await takePack(deps, { ...facts, mostDays })
  if (!taken.ok) return context.json({ because: words.because[taken.because] }, 409)
  const lockMinutes = sessionLimits(deps).idle
  const sealed = sealPack({
    ...{ taken, election, lockMinutes, stretched, salt, iterations },
    ...{ municipality: municipality.name, theme: wholeTheme(municipality.theme) },
  })
  return context.body(ReadableStream.from(sealed) as ReadableStream<Uint8Array<ArrayBuffer>>, 200, {
    'Content-Type': 'application/octet-stream',
  })
}
