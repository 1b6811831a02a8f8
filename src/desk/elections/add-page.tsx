import {
  addElection,
  listElections,
  loadRuleset,
  previewElection,
  type Ruleset,
} from '../../elections/index.ts'
import type { FieldErrors } from '../../platform/http/components/index.ts'
import { type Desk, type DeskRoute, inOwnScope } from '../desk.ts'
import { texts as homeTexts } from '../home/texts.nl.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { seeOther, showPage } from '../show-page.tsx'
import { type Draft, draftOf, newElection } from './draft.ts'
import { troubleOf } from './election-errors.ts'
import { ElectionForm } from './election-form.tsx'
import { pressed, showPreview } from './preview-page.tsx'
import { texts } from './texts.nl.ts'

interface KindDesk extends Desk {
  readonly ruleset: Ruleset
}

/** For a page about the kind of election whose ruleset stands in its address. */
export function withRuleset(handle: (desk: KindDesk) => Response | Promise<Response>): DeskRoute['handle'] {
  return async (desk) => {
    const ruleset = loadRuleset(desk.context.req.param('ruleset') ?? '')
    return ruleset ? handle({ ...desk, ruleset }) : notFoundPage(desk)
  }
}

export async function showAddElection(desk: KindDesk) {
  return formPage(desk, await draftFor(desk))
}

/** Shows what it would be, adds it, or goes on with the form, by the button that was pressed. */
export async function receiveNewElection(desk: KindDesk) {
  const { municipalityId, staffId } = desk.staff
  const draft = await draftFor(desk)
  const button = desk.form.text(pressed.name)
  if (button === pressed.edit) return formPage(desk, draft)
  const facts = { municipalityId, document: draft.document }
  if (button === pressed.confirm) {
    const added = await addElection(desk.deps, { ...facts, by: staffId })
    if (!added.ok) return formPage(desk, draft, troubleOf(added, draft))
    return seeOther(desk, paths.election({ election: added.election.code }), 'election-added')
  }
  const looked = await previewElection(desk.deps, facts)
  if (!looked.ok) return formPage(desk, draft, troubleOf(looked, draft))
  return showPreview(desk, { ...looked, action: here(desk), trail: trail() })
}

async function draftFor(desk: KindDesk): Promise<Draft> {
  const { municipalityId } = desk.staff
  const known = await inOwnScope(desk, (db) => listElections(db, municipalityId))
  return draftOf(desk, desk.ruleset, newElection(desk.ruleset, known))
}

const here = ({ ruleset }: KindDesk) => paths.addElectionOf({ ruleset: ruleset.id })

function trail() {
  return [
    { href: paths.start(), text: homeTexts.start.title },
    { href: paths.addElection(), text: texts.add.title },
  ]
}

function formPage(desk: KindDesk, { form }: Draft, errors: FieldErrors = {}) {
  const { title, lead, show, toKinds } = texts.form
  const { csrf, ruleset, municipality } = desk
  return showPage(
    desk,
    { title, caption: ruleset.name, errors, trail: trail() },
    <>
      <p class="desk-lead">{lead}</p>
      <p>
        <a href={paths.addElection()}>{toKinds}</a>
      </p>
      <ElectionForm
        {...{ csrf, action: here(desk), ruleset, municipality, form, errors, isNew: true, button: show }}
      />
    </>,
  )
}
