import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { channelPolicy } from '../../elections/index.ts'
import {
  certificateFolder,
  type KeptCertificate,
  listCertificates,
  type Reconciled,
  reconcileLetters,
  total,
  wasAnythingReleased,
  writeCertificate,
} from '../../letters/index.ts'
import {
  Button,
  countText,
  Form,
  Inset,
  Live,
  Progress,
  Table,
} from '../../platform/http/components/index.ts'
import { actorName } from '../actor-name.ts'
import { findWork, startWork } from '../background.ts'
import { ComesFirst } from '../comes-first.tsx'
import { OutdatedNotice, sectionsToCorrect } from '../corrections/outdated-notice.tsx'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { remembered } from '../remembered.ts'
import { seeOther } from '../show-page.tsx'
import { showCertificatePage } from './frame-page.tsx'
import { Sums } from './sums.tsx'
import { texts } from './texts.nl.ts'

type Written = Awaited<ReturnType<typeof writeCertificate>>

/** Where the certificates of this municipality lie; the command line uses the same folder. */
export function certificatesFolder({ deps, municipality }: ElectionDesk): string {
  return join(deps.config.KIESLOKET_DATA_DIR, 'certificates', municipality.slug)
}

/** How long the page waits for a small municipality before it shows that it is under way. */
const patienceMs = 1000

/** Seconds until a browser without script asks again how far it is. */
const refreshAfter = 5

const workOf = ({ election }: ElectionDesk) => `certificate ${election.municipalityId} ${election.electionId}`

/** The state of the sum, the certificates there are, and the button that writes one. */
export async function showCertificate(desk: ElectionDesk) {
  const { deps, election } = desk
  const key = `sums ${election.municipalityId} ${election.electionId}`
  const counting = remembered(deps, key, () => reconcileLetters(deps, { election }))
  const counted = await Promise.race([counting, sleep(patienceMs, undefined, { ref: false })])
  counting.catch(() => {}) // whoever looks next hears of it
  const kept = await inOwnScope(desk, (db) => listCertificates(db, election))
  const here = await certificatesHere(desk, kept)
  const wasReleased = await inOwnScope(desk, (db) =>
    wasAnythingReleased(db, election.municipalityId, election.electionId),
  )
  const reconciled = counted?.value
  const isWriting = findWork(deps, workOf(desk)).is === 'running'
  return showCertificatePage(
    desk,
    { title: texts.title, ...((!counted || isWriting) && { refreshAfter }) },
    <>
      <p class="desk-lead">{texts.lead(channelPolicy(election) === 'paper-for-all')}</p>
      <OutdatedNotice desk={desk} sections={await sectionsToCorrect(desk)} />
      {!counted && <StillCounting address={paths.certificate({ election: election.code })} />}
      {counted?.value.ok && (
        <>
          <Sums reconciled={counted.value} />
          <p class="quiet">{texts.counted(momentText(counted.at))}</p>
        </>
      )}
      {reconciled && !reconciled.ok && (
        <ComesFirst desk={desk} step="list">
          {texts.notClosed}
        </ComesFirst>
      )}
      {reconciled?.ok && may(desk, 'certificate.write') && (
        <Write desk={desk} reconciled={reconciled} wasReleased={wasReleased} />
      )}
      <h2>{texts.kept.title}</h2>
      <Table
        caption={texts.kept.title}
        hideCaption
        rows={kept}
        empty={texts.kept.none}
        columns={[
          { heading: texts.kept.when, isRowHeading: true, cell: ({ writtenAt }) => momentText(writtenAt) },
          { heading: texts.kept.who, cell: ({ writtenBy }) => actorName(writtenBy) },
          ...(may(desk, 'certificate.write')
            ? [
                {
                  heading: texts.kept.download,
                  cell: (certificate: KeptCertificate) => (
                    <Download {...{ desk, certificate }} isHere={here.has(certificate.certificateId)} />
                  ),
                },
              ]
            : []),
          { heading: texts.kept.root, cell: ({ root }) => <code class="breaks">{root}</code> },
        ]}
      />
    </>,
  )
}

interface DownloadProps {
  readonly desk: ElectionDesk
  readonly certificate: KeptCertificate
  readonly isHere: boolean
}

function Download({ desk, certificate: { certificateId, where }, isHere }: DownloadProps) {
  if (!isHere) return texts.kept.elsewhere(where)
  return (
    <a href={paths.certificateFile({ election: desk.election.code, certificate: certificateId })}>
      {texts.kept.zip}
    </a>
  )
}

/** Of which certificates the files lie in the folder from which the desk hands out. */
async function certificatesHere(
  desk: ElectionDesk,
  kept: readonly KeptCertificate[],
): Promise<ReadonlySet<string>> {
  const names = new Set(await readdir(certificatesFolder(desk)).catch(() => []))
  const here = kept.filter(({ writtenAt }) => names.has(certificateFolder(desk.election, writtenAt)))
  return new Set(here.map(({ certificateId }) => certificateId))
}

/** Of a city every voter, letter and delivery is counted: that goes on while nobody waits. */
function StillCounting({ address }: { address: string }) {
  return (
    <Live>
      <Inset>
        <p>{texts.stillCounting}</p>
        <p>
          <a href={address}>{texts.write.refresh}</a>
        </p>
      </Inset>
    </Live>
  )
}

interface WriteProps {
  readonly desk: ElectionDesk
  readonly reconciled: Reconciled
  readonly wasReleased: boolean
}

function Write({ desk, reconciled, wasReleased }: WriteProps) {
  const found = findWork<Written>(desk.deps, workOf(desk))
  const address = paths.certificate({ election: desk.election.code })
  if (found.is === 'running')
    return (
      <Live>
        <Progress
          label={texts.write.running(countText(found.done), countText(found.total))}
          done={found.done}
          total={found.total}
        />
        <p>
          <a href={address}>{texts.write.refresh}</a>
        </p>
      </Live>
    )
  return (
    <>
      <h2>{texts.write.title}</h2>
      {found.is === 'failed' && <Inset>{texts.write.failed}</Inset>}
      {found.is === 'ended' && !found.outcome.ok && (
        <Inset>
          <strong>{texts.write.refusedTitle}.</strong> {texts.write.because[found.outcome.because]}
        </Inset>
      )}
      <WriteOrBefore {...{ desk, reconciled, wasReleased }} />
    </>
  )
}

function WriteOrBefore({ desk, reconciled: { balanced, reconciliation }, wasReleased }: WriteProps) {
  const { before, text, button } = texts.write
  if (!wasReleased)
    return (
      <ComesFirst desk={desk} step="release">
        {before['nothing-released']}
      </ComesFirst>
    )
  if (total(reconciliation.digital.waiting) > 0)
    return (
      <ComesFirst desk={desk} step="delivery">
        {before['still-sending']}
      </ComesFirst>
    )
  if (!balanced) {
    const isNotPrinted = reconciliation.faults.some(({ why }) => why === 'not-printed')
    return (
      <ComesFirst desk={desk} step={isNotPrinted ? 'print' : 'letters'}>
        {isNotPrinted ? before['not-printed'] : before['sums-off']}
      </ComesFirst>
    )
  }
  return (
    <>
      <p>{text}</p>
      <Form csrf={desk.csrf}>
        <Button>{button}</Button>
      </Form>
    </>
  )
}

export async function write(desk: ElectionDesk) {
  const { deps, election, staff } = desk
  const wanted = { election, folder: certificatesFolder(desk), by: staff.staffId }
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patienceMs)
    startWork(deps, workOf(desk), async ({ onProgress }) => {
      try {
        return await writeCertificate({ ...deps, onProgress }, wanted)
      } finally {
        clearTimeout(timer)
        setImmediate(resolve)
      }
    })
  })
  return seeOther(desk, paths.certificate({ election: election.code }))
}
