import { basename } from 'node:path/posix'
import {
  Button,
  type FieldErrors,
  FileField,
  Form,
  Inset,
  Table,
  WithScript,
} from '../../platform/http/components/index.ts'
import {
  currentList,
  findUpload,
  isBusy,
  mostAmendmentsBytes,
  mutationKinds,
  receiveAmendments,
} from '../../voters/index.ts'
import { ComesFirst } from '../comes-first.tsx'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFromOurPagePage } from '../refusal-pages.tsx'
import { seeOther } from '../show-page.tsx'
import { receiveFile } from '../voters/receive-file.ts'
import { texts as ofVoter } from '../voters/search-texts.nl.ts'
import { showAmendmentsPage } from './amendments-frame.tsx'
import { startLook } from './start-look.ts'
import { texts } from './texts.nl.ts'

const said = texts.upload
const limit = { bytes: mostAmendmentsBytes, tooLarge: said.tooLarge }

/** What the file is, and with script how it can be given as well. */
function FileHint() {
  return (
    <>
      {said.fileHint} <WithScript>{said.drop}</WithScript>
    </>
  )
}

/** Where a file of amendments is chosen, or dropped. */
export async function showUpload(desk: ElectionDesk) {
  return uploadPage(desk)
}

async function uploadPage(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { municipalityId, electionId, code } = desk.election
  const list = await inOwnScope(desk, (db) => currentList(db, municipalityId, electionId))
  const { title } = texts
  if (list?.state !== 'closed')
    return showAmendmentsPage(
      desk,
      { title },
      <ComesFirst desk={desk} step="list">
        {texts.refused['list-not-closed']}
      </ComesFirst>,
    )
  const before = await findUpload(desk.deps, desk.election, 'amendments')
  const at = { election: code }
  return showAmendmentsPage(
    desk,
    { title, errors },
    <>
      <p class="desk-lead">{said.lead}</p>
      {before && (
        <Inset>
          {said.before}:{' '}
          <a href={isBusy(before) ? paths.amendmentsProgress(at) : paths.amendmentsReport(at)}>
            {before.sourceName}
          </a>
        </Inset>
      )}
      <Form csrf={desk.csrf} upload>
        <FileField
          {...{ name: 'wijzigingen', label: said.file, hint: <FileHint />, accept: '.csv,.txt', limit }}
          error={errors.wijzigingen}
        />
        <Button>{said.button}</Button>
      </Form>
      <HowItLooks election={code} />
    </>,
  )
}

function HowItLooks({ election }: { election: string }) {
  const kinds = Object.entries(mutationKinds) as [keyof typeof mutationKinds, readonly string[]][]
  const rows = kinds.flatMap(([kind, grounds]) => grounds.map((ground) => ({ kind, ground })))
  return (
    <section>
      <h2>{said.how}</h2>
      <ul>
        {said.howSteps.map((step) => (
          <li>{step}</li>
        ))}
      </ul>
      <p>
        <a href={paths.amendmentsExample({ election })}>{said.empty}</a>
      </p>
      <Table
        caption={said.words}
        columns={[
          {
            heading: 'kind',
            isRowHeading: true,
            cell: ({ kind }) => <code>{kind}</code>,
          },
          { heading: 'ground', cell: ({ ground }) => <code>{ground}</code> },
          {
            heading: said.meaning,
            cell: ({ kind, ground }) => `${said.kinds[kind]}: ${ofVoter.voter.grounds[ground] ?? ground}`,
          },
        ]}
        rows={rows}
        empty=""
      />
    </section>
  )
}

/** Takes the file in, and goes on to where it is looked through. */
export async function receive(desk: ElectionDesk) {
  const { deps, election, staff, context } = desk
  const length = Number(context.req.header('Content-Length') ?? 0)
  const upload = await receiveFile(desk, {
    field: 'wijzigingen',
    maxBytes: mostAmendmentsBytes,
    receive: (stream, name) => {
      const bytes = length > 0 ? length : undefined
      return receiveAmendments(deps, { election, name: shortName(name), stream, bytes, by: staff.staffId })
    },
  })
  if (!upload.ok && upload.because === 'not-from-our-page') return notFromOurPagePage(desk)
  const received = upload.ok ? upload.received : upload
  const started = received.ok ? await startLook(desk) : received
  if (!started.ok) return uploadPage(desk, { wijzigingen: texts.refused[started.because] ?? started.because })
  return seeOther(desk, paths.amendmentsProgress({ election: election.code }))
}

function shortName(name: string): string {
  return basename(name.replaceAll('\\', '/')).slice(-120) || 'wijzigingen'
}
