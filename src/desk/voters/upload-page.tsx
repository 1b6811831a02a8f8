import { basename } from 'node:path/posix'
import {
  Button,
  type FieldErrors,
  FileField,
  Form,
  Inset,
  Select,
  WithScript,
} from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { listPresets, listsOf, mostUploadBytes, receiveBeside, receiveList } from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFromOurPagePage } from '../refusal-pages.tsx'
import { seeOther } from '../show-page.tsx'
import { ListFormat } from './list-format.tsx'
import { receiveFile } from './receive-file.ts'
import { startReading } from './start-reading.ts'
import { texts } from './texts.nl.ts'
import { showVotersPage } from './voters-page.tsx'

const limit = { bytes: mostUploadBytes, tooLarge: texts.upload.tooLarge }
const accept = '.csv,.txt,.xlsx'

/** What the file is, and with script how it can be given as well. */
function FileHint() {
  return (
    <>
      {texts.upload.fileHint} <WithScript>{texts.upload.drop}</WithScript>
    </>
  )
}

/** Where a list is chosen, or dropped, with how it was made. */
export async function showUpload(desk: ElectionDesk) {
  return uploadPage(desk)
}

async function uploadPage(desk: ElectionDesk, errors: FieldErrors = {}, preset = '') {
  const { municipalityId, electionId } = desk.election
  const lists = await inOwnScope(desk, (db) => listsOf(db, municipalityId, electionId))
  const { title, lead, ...said } = texts.upload
  if (lists.some(({ state }) => state === 'closed'))
    return showVotersPage(desk, { title }, <Inset>{said.refused['list-closed']}</Inset>)
  const choices = [
    { value: '', label: said.ownFormat },
    ...offeredPresets(desk).map((one) => ({
      ...{ value: one.name, label: said.presetTitles[one.name] ?? one.title },
    })),
  ]
  return showVotersPage(
    desk,
    { title, errors },
    <>
      <p class="desk-lead">{lead}</p>
      {lists.some(({ state }) => state === 'accepted') && <Inset>{said.replaces}</Inset>}
      <Form csrf={desk.csrf} upload>
        {choices.length > 1 || errors.preset ? (
          <Select
            {...{ name: 'preset', label: said.preset, hint: said.presetHint, choices, value: preset }}
            error={errors.preset}
          />
        ) : (
          <p class="desk-text">{said.onlyOwnFormat}</p>
        )}
        <FileField
          {...{ name: 'list', label: said.file, hint: <FileHint />, accept, limit, error: errors.list }}
        />
        <p class="desk-text">{said.stay}</p>
        <Button>{said.button}</Button>
      </Form>
      <ListFormat />
    </>,
  )
}

/** Those of real programs first; the imitations, which no municipality has, last and outside production only. */
function offeredPresets({ deps }: Pick<ElectionDesk, 'deps'>) {
  const isImitation = ({ name }: { name: string }) => name.startsWith('imitation-')
  const all = listPresets()
  const imitations = deps.config.KIESLOKET_ENV === 'development' ? all.filter(isImitation) : []
  return [...all.filter((one) => !isImitation(one)), ...imitations]
}

/** Takes the list in, and goes on to where its reading is shown. */
export async function receive(desk: ElectionDesk) {
  const { deps, election, staff, context } = desk
  const length = Number(context.req.header('Content-Length') ?? 0)
  const upload = await receiveFile(desk, {
    field: 'list',
    maxBytes: mostUploadBytes,
    receive: (stream, name) => {
      const bytes = length > 0 ? length : undefined
      return receiveList(deps, { election, name: shortName(name), stream, bytes, by: staff.staffId })
    },
  })
  if (!upload.ok) return refuse(desk, upload.because)
  const preset = upload.form.text('preset')
  if (!upload.received.ok) return refuse(desk, upload.received.because, preset)
  return goOn(desk, preset)
}

function shortName(name: string): string {
  return basename(name.replaceAll('\\', '/')).slice(-120) || 'kiezerslijst'
}

function refuse(desk: ElectionDesk, because: string, preset?: string) {
  if (because === 'not-from-our-page') return notFromOurPagePage(desk)
  const field = because === 'no-such-preset' ? 'preset' : 'list'
  return uploadPage(desk, { [field]: texts.upload.refused[because] ?? because }, preset)
}

/** Begins to read, or asks for the other file that belongs to it. */
async function goOn(desk: ElectionDesk, preset: string) {
  const election = desk.election.code
  const started = await startReading(desk, preset || undefined)
  if (started.ok) return seeOther(desk, paths.votersReading({ election }))
  if (started.because === 'file-missing')
    return seeOther(
      desk,
      withQuery(paths.votersBeside({ election }), { omschrijving: preset, bestand: started.detail }),
    )
  return refuse(desk, started.because, preset)
}

/** Where a file is asked that a preset joins to the list. */
export async function showBeside(desk: ElectionDesk) {
  return besidePage(desk)
}

function besidePage(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { preset, file } = besideOf(desk)
  const said = texts.upload
  if (!preset || !file) return uploadPage(desk)
  return showVotersPage(
    desk,
    { title: said.besideTitle(file), errors },
    <>
      <p class="desk-lead">{said.beside}</p>
      <Form csrf={desk.csrf} upload>
        <FileField {...{ name: 'list', label: said.besideFile(file), accept, limit, error: errors.list }} />
        <Button>{said.button}</Button>
      </Form>
    </>,
  )
}

/** Which file of which preset the address speaks of; only one that ships. */
function besideOf({ context }: ElectionDesk) {
  const preset = listPresets().find(({ name }) => name === context.req.query('omschrijving'))
  const file = preset?.joined?.find(({ name }) => name === context.req.query('bestand'))
  return { preset: preset?.name, file: file?.name }
}

export async function receiveJoined(desk: ElectionDesk) {
  const { preset, file } = besideOf(desk)
  const { deps, election } = desk
  const upload = await receiveFile(desk, {
    field: 'list',
    maxBytes: mostUploadBytes,
    receive: (stream) => receiveBeside(deps, { election, stream, file: `joined ${file ?? ''}` }),
  })
  if (!upload.ok && upload.because === 'not-from-our-page') return notFromOurPagePage(desk)
  const because = upload.ok ? (upload.received.ok ? undefined : upload.received.because) : upload.because
  if (because) return besidePage(desk, { list: texts.upload.refused[because] ?? because })
  return goOn(desk, preset ?? '')
}
