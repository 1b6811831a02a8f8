import { addressLines } from '../../platform/address.ts'
import { Button, countText, Form, Table, Tag } from '../../platform/http/components/index.ts'
import { addressForOthers, type Found, type FoundVoter } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { reasonFrom } from './reason-fields.tsx'
import { texts } from './search-texts.nl.ts'

/** Who answers to the question: first exactly, then those who come near. None of them is opened yet. */
export function FoundVoters({ desk, found }: { desk: ElectionDesk; found: Found }) {
  const { columns, none, results } = texts
  const isAll = !found.next && !desk.form.has('na')
  const title = results(found.voters.length, isAll)
  return (
    <section>
      {found.voters.length > 0 && <h2>{title}</h2>}
      <Table
        caption={title}
        hideCaption
        columns={[
          { heading: columns.listNumber, isNumber: true, cell: ({ voter }) => countText(voter.listNumber) },
          { heading: columns.name, isRowHeading: true, cell: (one) => <Name desk={desk} found={one} /> },
          { heading: columns.address, cell: addressOf },
          { heading: columns.section, isNumber: true, cell: ({ voter }) => String(voter.section) },
        ]}
        rows={found.voters}
        empty={none}
      />
      <NextPage desk={desk} found={found} />
    </section>
  )
}

function nameOf({ voter: { lastName, firstNames } }: FoundVoter): string {
  return [lastName, firstNames].filter(Boolean).join(', ')
}

/** Its name opens the voter: a form, so that no id and no reason stand in an address. */
function Name({ desk, found }: { desk: ElectionDesk; found: FoundVoter }) {
  return (
    <>
      <Form csrf={desk.csrf} action={paths.voter({ election: desk.election.code })}>
        <input type="hidden" name="kiezer" value={found.voter.voterId} />
        <input type="hidden" name="reden" value={reasonFrom(desk.form)} />
        <button type="submit" class="desk-link-button">
          {nameOf(found)}
          <span class="govuk-visually-hidden"> {texts.open}</span>
        </button>
      </Form>
      {found.closeness === 'near' && <Tag colour="grey">{texts.near}</Tag>}{' '}
      {found.voter.state === 'struck' && <Tag colour="yellow">{texts.struck}</Tag>}
    </>
  )
}

function addressOf({ voter }: FoundVoter): string {
  const address = addressForOthers(voter)
  return address ? addressLines(address).join(', ') : texts.protected
}

const carried = ['naam', 'geboren', 'straat', 'huisnummer', 'reden', 'andere'] as const

/** The same question again, behind the last of this page. */
function NextPage({ desk, found: { next } }: { desk: ElectionDesk; found: Found }) {
  if (!next) return null
  return (
    <Form csrf={desk.csrf}>
      {carried.map((name) => (
        <input type="hidden" name={name} value={desk.form.text(name)} />
      ))}
      <input type="hidden" name="nabij" value={next.closeness} />
      <input type="hidden" name="na" value={String(next.listNumber)} />
      <Button kind="secondary">{texts.more}</Button>
    </Form>
  )
}
