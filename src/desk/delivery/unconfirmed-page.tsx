import { settleUnconfirmed, unconfirmedAfter } from '../../delivery/index.ts'
import { lettersById } from '../../letters/index.ts'
import {
  Button,
  type FieldErrors,
  Form,
  Pages,
  Radios,
  TextArea,
} from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { type DocumentId, isId, type LetterId } from '../../platform/ids.ts'
import { inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { showDeliveryPage } from './delivery-page.tsx'
import { reasonText } from './reason-texts.nl.ts'
import { texts } from './troubles-texts.nl.ts'
import type { CampaignDesk } from './with-campaign.ts'

const words = texts.unconfirmed
const rowsPerPage = 50
interface Doubtful {
  readonly documentId: DocumentId
  readonly reason: string
  readonly attempts: number
  readonly listNumber: number
  readonly section: number
}

/** Letters of which nobody knows whether they arrived, and the form that settles one of them, with evidence. */
export async function showUnconfirmed(desk: CampaignDesk, errors: FieldErrors = {}) {
  const after = desk.context.req.query('na')
  const { rows, isMore } = await doubtful(desk, after && isId(after) ? (after as DocumentId) : undefined)
  const address = paths.unconfirmed(addressOf(desk))
  return showDeliveryPage(
    desk,
    { title: words.title, ...desk, errors, part: paths.troubles(addressOf(desk)) },
    <>
      <p class="desk-lead">{words.lead}</p>
      {rows.length === 0 ? <div class="empty">{words.none}</div> : <p class="desk-text">{words.how}</p>}
      {may(desk, 'voters.read') && rows.length > 0 && (
        <p>
          <a href={paths.oneLetter({ election: desk.election.code })}>{words.timeline}</a>
        </p>
      )}
      {rows.length > 0 && <SettleForm desk={desk} rows={rows} errors={errors} />}
      <Pages
        next={isMore ? withQuery(address, { na: rows.at(-1)!.documentId }) : undefined}
        first={after ? address : undefined}
      />
    </>,
  )
}

function SettleForm({
  desk,
  rows,
  errors,
}: {
  desk: CampaignDesk
  rows: readonly Doubtful[]
  errors: FieldErrors
}) {
  const { form, csrf } = desk
  return (
    <Form csrf={csrf} action={paths.unconfirmed(addressOf(desk))}>
      <Radios
        name="brief"
        label={words.letter}
        value={form.text('brief')}
        error={errors.brief}
        choices={rows.map(({ documentId, listNumber, section, reason, attempts }) => ({
          value: documentId,
          label: words.number(listNumber, section),
          hint: words.facts(reasonText(reason).means, attempts),
        }))}
      />
      <Radios
        name="uitkomst"
        label={words.as}
        value={form.text('uitkomst')}
        error={errors.uitkomst}
        choices={Object.entries(words.choices).map(([value, choice]) => ({ value, ...choice }))}
      />
      <TextArea
        name="bewijs"
        label={words.evidence}
        hint={words.evidenceHint}
        rows={3}
        maxlength={500}
        value={form.text('bewijs')}
        error={errors.bewijs}
      />
      <Button>{words.button}</Button>
    </Form>
  )
}

function addressOf({ election, campaign }: CampaignDesk) {
  return { election: election.code, campaign: campaign.campaignId }
}

async function doubtful(desk: CampaignDesk, after: DocumentId | undefined) {
  const { municipalityId, electionId } = desk.election
  return inOwnScope(desk, async (db) => {
    const found = await unconfirmedAfter(db, desk.campaign, after, rowsPerPage + 1)
    const shown = found.slice(0, rowsPerPage)
    const ids = shown.map(({ documentId }) => documentId as string as LetterId)
    const letters = new Map<string, { section: number; list_number: number }>(
      (await lettersById(db, municipalityId, electionId, ids)).map((letter) => [letter.letter_id, letter]),
    )
    const rows = shown.map(({ documentId, reason, attempts }): Doubtful => {
      const letter = letters.get(documentId)
      return {
        ...{ documentId, attempts, reason: reason ?? 'unconfirmed' },
        ...{ listNumber: letter?.list_number ?? 0, section: letter?.section ?? 0 },
      }
    })
    return { rows, isMore: found.length > rowsPerPage }
  })
}

const fieldOf = {
  'taken-back': 'uitkomst',
  'evidence-missing': 'bewijs',
  'number-in-text': 'bewijs',
  'not-unconfirmed': 'brief',
} as const

const settlements = ['delivered', 'refused', 'send-again'] as const

export async function settle(desk: CampaignDesk) {
  const { form, campaign, deps, staff } = desk
  const documentId = form.text('brief')
  const as = settlements.find((one) => one === form.text('uitkomst'))
  const evidence = form.text('bewijs')
  const missing: Record<string, string> = {
    ...(!isId(documentId) && { brief: words.letterMissing }),
    ...(!as && { uitkomst: words.asMissing }),
    ...(evidence.length < 3 && { bewijs: words.because['evidence-missing'] }),
  }
  if (!as || Object.keys(missing).length > 0) return showUnconfirmed(desk, missing)
  const { municipalityId, campaignId } = campaign
  const facts = { documentId: documentId as DocumentId, as, evidence, by: staff.staffId }
  const settled = await settleUnconfirmed(deps, { municipalityId, campaignId, ...facts })
  if (settled.ok) return seeOther(desk, paths.unconfirmed(addressOf(desk)), 'settled')
  return showUnconfirmed(desk, { [fieldOf[settled.because]]: words.because[settled.because] })
}
