import {
  callForVolunteers,
  isCallOpen,
  type ShownVolunteer,
  showVolunteers,
  type VolunteerFile,
  volunteerAddress,
  volunteerCounts,
  volunteerFiles,
  volunteersPerPage,
} from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  Button,
  ButtonLink,
  type Column,
  countText,
  type FieldErrors,
  Form,
  Pages,
  SubNavigation,
  Table,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { isId, type VolunteerId } from '../../../platform/ids.ts'
import { type ElectionDesk, inOwnScope, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { seeOther, showPage } from '../../show-page.tsx'
import { fullName } from '../bureau-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'
import { WhatRulesSay } from './what-rules-say.tsx'

/** Who offers to sit, file by file: what is to be decided first. */
export async function showList(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { deps, election, staff, context } = desk
  const file = volunteerFiles.find((one) => one === context.req.query('stand')) ?? 'CONFIRMED'
  const asked = context.req.query('na') ?? ''
  const after = isId(asked) ? (asked as string as VolunteerId) : undefined
  const found = await showVolunteers(deps, { election, by: staff.staffId, file, after })
  const [counts, isOpen] = await inOwnScope(desk, async (db) => [
    await volunteerCounts(db, election),
    await isCallOpen(db, election, deps.clock.now()),
  ])
  const rows = found.slice(0, volunteersPerPage)
  const last = found.length > volunteersPerPage ? rows.at(-1)?.volunteerId : undefined
  const address = (stand: VolunteerFile, na?: string) =>
    withQuery(paths.volunteers({ election: election.code }), { stand, na })
  const trail = [{ href: paths.bureaus({ election: election.code }), text: bureauTexts.title }]
  return showPage(
    desk,
    { title: texts.title, caption: election.name, trail, errors },
    <>
      <p class="desk-lead">{texts.lead}</p>
      <Call {...{ desk, isOpen }} />
      {may(desk, 'bureaus.manage') && (
        <ButtonLink kind="secondary" href={paths.newVolunteer({ election: election.code })}>
          {texts.record}
        </ButtonLink>
      )}
      <SubNavigation
        label={texts.filesLabel}
        current={address(file)}
        links={volunteerFiles.map((one) => ({
          href: address(one),
          text: texts.filed(texts.files[one], countText(counts[one])),
        }))}
      />
      <Table
        {...{ caption: texts.files[file], columns: columnsFor(election.code), rows, empty: texts.none }}
      />
      <Pages next={last && address(file, last)} first={after && address(file)} />
    </>,
  )
}

/** Whether everybody can offer, and where. */
function Call({ desk, isOpen }: { readonly desk: ElectionDesk; readonly isOpen: boolean }) {
  const words = texts.call
  const { deps, municipality, election } = desk
  const address = volunteerAddress(deps.config.PORTAL_URL, municipality.slug, election.code)
  return (
    <>
      <h2>{words.title}</h2>
      <p>{isOpen ? words.open : words.closed}</p>
      {isOpen && (
        <p>
          <a href={address} class="breaks">
            {address}
          </a>
        </p>
      )}
      {may(desk, 'bureaus.manage') && (
        <Form csrf={desk.csrf} action={paths.volunteerCall({ election: desk.election.code })}>
          <Button kind="secondary" name="formulier" value={isOpen ? 'uit' : 'aan'}>
            {isOpen ? words.hide : words.show}
          </Button>
        </Form>
      )}
    </>
  )
}

function columnsFor(election: string): readonly Column<ShownVolunteer>[] {
  const { columns } = texts
  return [
    {
      heading: columns.who,
      isRowHeading: true,
      cell: (one) => <a href={paths.volunteer({ election, volunteer: one.volunteerId })}>{fullName(one)}</a>,
    },
    {
      heading: columns.functions,
      cell: ({ functions }) => functions.map((one) => texts.functions[one]).join(', '),
    },
    { heading: columns.section, isNumber: true, cell: ({ section }) => section },
    { heading: columns.asked, cell: ({ appliedAt }) => momentText(appliedAt, 'nl') },
    { heading: columns.rules, cell: (one) => <WhatRulesSay volunteer={one} /> },
  ]
}

export async function changeCall(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  const isOpen = form.text('formulier') === 'aan'
  const changed = await callForVolunteers(deps, { election, isOpen, by: staff.staffId })
  if (!changed.ok) return showList(desk, { formulier: texts.call.refused[changed.because] })
  const code = isOpen ? 'volunteer-call-opened' : 'volunteer-call-closed'
  return seeOther(desk, paths.volunteers({ election: election.code }), code)
}
