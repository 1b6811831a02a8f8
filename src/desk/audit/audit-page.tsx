import { listElections } from '../../elections/index.ts'
import { listStaff, type StaffMember } from '../../municipalities/index.ts'
import { type AuditEntry, exportAuditEvents, listAuditEvents } from '../../oversight/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import {
  Button,
  DateField,
  FilterForm,
  Form,
  Pages,
  Select,
  Table,
} from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { type Desk, inOwnScope } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { type AskedFilter, askedFilter, fieldNames, fromQuery } from './asked-filter.ts'
import { AuditViews } from './audit-views.tsx'
import { entryColumns } from './entry-columns.tsx'
import { LookUpAlert } from './look-up-alert.tsx'
import { texts } from './texts.nl.ts'

/** Who did what, newest first, narrowed by who, kind and period. */
export async function showAudit(desk: Desk) {
  const { deps, context } = desk
  const { municipalityId } = desk.staff
  const staff = await listStaff(deps, { municipalityId })
  const asked = askedFilter(fromQuery(context), staff)
  const isWrong = Object.keys(asked.errors).length > 0
  const before = Number(context.req.query('voor')) || undefined
  const facts = { municipalityId, filter: asked.filter, before }
  const { entries, next } = isWrong ? { entries: [] } : await listAuditEvents(deps, facts)
  const elections = await inOwnScope(desk, (db) => listElections(db, municipalityId))
  const here = (more: Record<string, number | undefined>) =>
    withQuery(paths.audit(), { ...asked.fields, ...more })
  return showPage(
    desk,
    { title: texts.log.title, errors: asked.errors },
    <>
      <AuditViews current={paths.audit()} />
      <LookUpAlert desk={desk} />
      <p class="desk-lead">{texts.log.lead}</p>
      {elections.length > 0 && (
        <p>
          {texts.log.toLedger}{' '}
          {elections.map(({ code, name }, place) => (
            <>
              {place > 0 && ' · '}
              <a href={paths.ledger({ election: code })}>{name}</a>
            </>
          ))}
        </p>
      )}
      <Filter asked={asked} staff={staff} />
      {!isWrong && <Entries entries={entries} asked={asked} csrf={desk.csrf} />}
      <Pages
        next={next === undefined ? undefined : here({ voor: next })}
        first={before ? here({}) : undefined}
      />
    </>,
  )
}

function Filter({ asked, staff }: { asked: AskedFilter; staff: readonly StaffMember[] }) {
  const { filter } = texts
  const people = staff.map(({ staffId, name }) => ({ value: staffId, label: name }))
  const kinds = Object.entries(texts.kinds).map(([value, label]) => ({ value, label }))
  const { who, kind, from, until } = fieldNames
  return (
    <FilterForm label={filter.label} button={filter.button} clear={paths.audit()}>
      <Select
        {...{ name: who, label: filter.who, value: asked.who }}
        choices={[{ value: '', label: filter.everybody }, ...people, filter.operator]}
      />
      <Select
        {...{ name: kind, label: filter.kind, value: asked.kind }}
        choices={[{ value: '', label: filter.allKinds }, ...kinds]}
      />
      <DateField {...{ name: from, label: filter.from, value: asked.from, error: asked.errors[from] }} />
      <DateField {...{ name: until, label: filter.until, value: asked.until, error: asked.errors[until] }} />
    </FilterForm>
  )
}

interface EntriesProps {
  readonly entries: readonly AuditEntry[]
  readonly asked: AskedFilter
  readonly csrf: string
}

function Entries({ entries, asked, csrf }: EntriesProps) {
  const { caption, empty, export: exported, exportHint } = texts.log
  return (
    <>
      <Table {...{ caption, empty, rows: entries, columns: entryColumns }} />
      {entries.length > 0 && (
        <Form csrf={csrf} action={paths.auditExport()}>
          {Object.entries(asked.fields).map(([name, value]) => (
            <input type="hidden" {...{ name, value }} />
          ))}
          <p>{exportHint}</p>
          <Button kind="secondary">{exported}</Button>
        </Form>
      )}
    </>
  )
}

/** The same events as a file for a spreadsheet; it is sent piece by piece, however many there are. */
export async function exportAudit(desk: Desk): Promise<Response> {
  const { deps, form } = desk
  const { municipalityId, staffId } = desk.staff
  const { filter } = askedFilter((name) => form.text(name), await listStaff(deps, { municipalityId }))
  const pieces = exportAuditEvents(deps, { municipalityId, filter, by: staffId })
  const bytes = ReadableStream.from(pieces).pipeThrough(new TextEncoderStream())
  const name = texts.log.fileName(dayInBelgium(deps.clock.now()))
  return desk.context.body(bytes as ReadableStream, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}
