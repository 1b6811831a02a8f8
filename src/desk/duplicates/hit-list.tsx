import { addressLines } from '../../platform/address.ts'
import { Button, Form, Table, Tag } from '../../platform/http/components/index.ts'
import { addressForOthers, type Found, type FoundVoter, type VoterFact } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.nl.ts'

/** `Peeters, Lotte Marie`; a person without a given name is called by the other alone. */
export function nameOf({ lastName, firstNames }: VoterFact): string {
  return [lastName, firstNames].filter(Boolean).join(', ')
}

export function addressOf(voter: VoterFact): string {
  const address = addressForOthers(voter)
  return address ? addressLines(address).join(', ') : texts.hits.protectedAddress
}

/** `1980-04-03` as `3/4/1980`. */
export function birthDateOf({ birthDate }: VoterFact): string {
  return birthDate ? birthDate.split('-').reverse().map(Number).join('/') : texts.hits.unknown
}

/** Who answers to what was typed; each opens by a form, so that no address holds a person. */
export function HitList({ found, desk }: { found: Found; desk: ElectionDesk }) {
  const { hits } = texts
  const name = ({ voter, closeness }: FoundVoter) => (
    <>
      {nameOf(voter)} {closeness === 'near' && <Tag colour="grey">{hits.near}</Tag>}{' '}
      {voter.state === 'struck' && <Tag colour="red">{hits.struck}</Tag>}
    </>
  )
  const choose = ({ voter }: FoundVoter) => (
    <Form csrf={desk.csrf} action={paths.duplicateVoter({ election: desk.election.code })}>
      <Button kind="secondary" name="kiezer" value={voter.voterId}>
        {hits.choose}
        <span class="govuk-visually-hidden"> {nameOf(voter)}</span>
      </Button>
    </Form>
  )
  return (
    <>
      <h2>{hits.title(found.voters.length, found.next !== undefined)}</h2>
      {found.next && <p>{hits.more}</p>}
      <Table
        caption={hits.caption}
        hideCaption
        empty={hits.empty}
        rows={found.voters}
        columns={[
          { heading: hits.name, isRowHeading: true, cell: name },
          { heading: hits.open, cell: choose },
          { heading: hits.birthDate, cell: ({ voter }) => birthDateOf(voter) },
          { heading: hits.address, cell: ({ voter }) => addressOf(voter) },
          { heading: hits.listNumber, isNumber: true, cell: ({ voter }) => voter.listNumber },
        ]}
      />
    </>
  )
}
