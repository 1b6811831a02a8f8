import { latestPacks, listDevices, type OfflineDevice } from '../../letters/index.ts'
import { Button, countText, Form, Table, Tag } from '../../platform/http/components/index.ts'
import { dutchMoment } from '../../platform/pdf/paper.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.nl.ts'

const words = texts.page

/** Every browser that was enrolled, what it took last, and the way to take its pack away. */
export async function Devices({ desk }: { desk: ElectionDesk }) {
  const { municipalityId, electionId, code } = desk.election
  const { devices, packs } = await inOwnScope(desk, async (db) => ({
    devices: await listDevices(db, municipalityId),
    packs: await latestPacks(db, municipalityId, electionId),
  }))
  const { columns } = words
  const name = ({ deviceId, name: called, revokedAt }: OfflineDevice) => (
    <>
      {called}{' '}
      <span data-device={deviceId} hidden>
        <Tag colour="blue">{words.own}</Tag>
      </span>
      {revokedAt && <Tag colour="grey">{words.revokedOn(dutchMoment(revokedAt))}</Tag>}
    </>
  )
  const pack = ({ deviceId }: OfflineDevice) => {
    const last = packs.get(deviceId)
    if (!last) return words.never
    return words.packLine(countText(last.voters ?? 0), dutchMoment(last.madeAt), dutchMoment(last.expiresAt))
  }
  const revoke = ({ deviceId, name: called, revokedAt }: OfflineDevice) =>
    revokedAt ? null : (
      <Form csrf={desk.csrf} action={paths.revokeDevice({ election: code })}>
        <Button kind="secondary" name="toestel" value={deviceId}>
          {words.revoke}
          <span class="govuk-visually-hidden"> {called}</span>
        </Button>
      </Form>
    )
  return (
    <>
      <h2>{words.devices}</h2>
      <p>{words.revokeHint}</p>
      <Table
        caption={words.devices}
        hideCaption
        empty={words.devicesEmpty}
        rows={devices}
        columns={[
          { heading: columns.name, isRowHeading: true, cell: name },
          ...(may(desk, 'duplicates.take-offline') ? [{ heading: columns.act, cell: revoke }] : []),
          { heading: columns.pack, cell: pack },
          { heading: columns.seen, cell: ({ seenAt }) => (seenAt ? dutchMoment(seenAt) : words.never) },
          { heading: columns.enrolled, cell: ({ enrolledAt }) => dutchMoment(enrolledAt) },
        ]}
      />
    </>
  )
}
