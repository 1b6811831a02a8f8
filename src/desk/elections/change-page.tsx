import {
  electionDocument,
  loadRuleset,
  previewElection,
  type Ruleset,
  updateElection,
} from '../../elections/index.ts'
import type { FieldErrors } from '../../platform/http/components/index.ts'
import { hasListInUse } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import type { ToldFault } from '../operator/fault-texts.nl.ts'
import { FileFaults } from '../operator/file-faults.tsx'
import { paths } from '../paths.ts'
import { seeOther, showPage } from '../show-page.tsx'
import { type Draft, draftOf } from './draft.ts'
import { takenErrors, troubleOf } from './election-errors.ts'
import { ElectionForm } from './election-form.tsx'
import { isFixed, showFacts } from './facts-page.tsx'
import { nameInElection, toldOfElection } from './file-faults.ts'
import { ElectionFileForm, faultsTrouble, receivedDocument } from './kinds-page.tsx'
import { isSame, pressed, showPreview } from './preview-page.tsx'
import { texts } from './texts.nl.ts'

/** What a municipality said of an election changes as long as no voters list was checked with it. */
export async function showChangeElection(desk: ElectionDesk) {
  return (await isFixed(desk)) ? showFacts(desk) : formPage(desk, draftFor(desk))
}

/** Shows what changes, carries it out, or goes on with the form, by the button that was pressed. */
export async function changeElection(desk: ElectionDesk) {
  const { election, staff, deps } = desk
  if (await isFixed(desk)) return showFacts(desk, 409)
  const draft = draftFor(desk)
  const button = desk.form.text(pressed.name)
  if (button === pressed.edit) return formPage(desk, draft)
  if (button !== pressed.confirm) return lookedAt(desk, draft)
  if (ofAnother(desk, draft.document)) return seeOther(desk, factsOfElection(desk))
  const facts = { municipalityId: staff.municipalityId, document: draft.document, by: staff.staffId }
  const changed = await updateElection(deps, { ...facts, mayNot: hasListInUse })
  if (changed.ok) return seeOther(desk, factsOfElection(desk), 'election-changed')
  if ('faults' in changed || 'other' in changed) return formPage(desk, draft, troubleOf(changed, draft))
  return seeOther(desk, paths.electionFacts({ election: election.code }))
}

async function lookedAt(desk: ElectionDesk, draft: Draft) {
  const { election: current, staff, deps } = desk
  const facts = { municipalityId: staff.municipalityId, document: draft.document, current }
  const looked = await previewElection(deps, facts)
  if (!looked.ok) return formPage(desk, draft, troubleOf(looked, draft))
  return previewOf(desk, looked)
}

function previewOf(
  desk: ElectionDesk,
  { election, document }: Extract<Awaited<ReturnType<typeof previewElection>>, { ok: true }>,
) {
  if (isSame(desk.election, document)) return seeOther(desk, factsOfElection(desk), 'election-same')
  const action = paths.changeElection({ election: desk.election.code })
  return showPreview(desk, { election, document, before: desk.election, action, trail: trail(desk) })
}

export async function showChangeElectionByFile(desk: ElectionDesk) {
  return (await isFixed(desk)) ? showFacts(desk) : filePage(desk)
}

/** A file in the stead of what there is; the election keeps its short name. */
export async function receiveElectionChange(desk: ElectionDesk) {
  const read = await receivedDocument(desk)
  if (!read.ok) return filePage(desk, read.trouble)
  if (await isFixed(desk)) return showFacts(desk, 409)
  const { election: current, staff, deps } = desk
  const other = ofAnother(desk, read.document)
  if (other) return filePage(desk, { errors: { file: other } })
  const facts = { municipalityId: staff.municipalityId, document: read.document, current }
  const looked = await previewElection(deps, facts)
  if (looked.ok) return previewOf(desk, looked)
  return filePage(
    desk,
    'faults' in looked
      ? faultsTrouble(toldOfElection(read.document, looked.faults))
      : { errors: { file: Object.values(takenErrors(looked))[0]! } },
  )
}

/** A file of another election, or of another kind: an election keeps both. One without them has a fault of its own. */
function ofAnother({ election }: ElectionDesk, document: unknown): string | undefined {
  const { code, rulesetId } = (document ?? {}) as { readonly code?: unknown; readonly rulesetId?: unknown }
  if (typeof code === 'string' && code !== election.code) return texts.file.otherCode(code)
  return typeof rulesetId === 'string' && rulesetId !== election.ruleset.id ? texts.file.otherKind : undefined
}

function draftFor(desk: ElectionDesk): Draft {
  return draftOf(desk, shippedRuleset(desk), electionDocument(desk.election), { keepsCode: true })
}

/** An election that is rewritten takes the ruleset of now. */
function shippedRuleset({ election }: ElectionDesk): Ruleset {
  return loadRuleset(election.ruleset.id) ?? election.ruleset
}

const factsOfElection = ({ election }: ElectionDesk) => paths.electionFacts({ election: election.code })
const trail = (desk: ElectionDesk) => [{ href: factsOfElection(desk), text: texts.facts.title }]

function formPage(desk: ElectionDesk, { form }: Draft, errors: FieldErrors = {}) {
  const { title, lead, show } = texts.change
  const { csrf, municipality, election } = desk
  const action = paths.changeElection({ election: election.code })
  const ruleset = shippedRuleset(desk)
  return showPage(
    desk,
    { title, caption: election.name, errors, trail: trail(desk) },
    <>
      <p class="desk-lead">{lead}</p>
      <ElectionForm {...{ csrf, action, ruleset, municipality, form, errors, isNew: false, button: show }} />
    </>,
  )
}

interface Trouble {
  readonly errors?: FieldErrors
  readonly faults?: readonly ToldFault[]
}

function filePage(desk: ElectionDesk, { errors = {}, faults = [] }: Trouble = {}) {
  const { fileTitle, lead, show } = texts.change
  return showPage(
    desk,
    { title: fileTitle, caption: desk.election.name, errors, trail: trail(desk) },
    <>
      <FileFaults faults={faults} nameOf={nameInElection} />
      <p class="desk-lead">{lead}</p>
      <p>
        <a href={paths.electionFile({ election: desk.election.code })} download>
          {texts.facts.download}
        </a>
      </p>
      <ElectionFileForm csrf={desk.csrf} error={errors.file} button={show} />
    </>,
  )
}
