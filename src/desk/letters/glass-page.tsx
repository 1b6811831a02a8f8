import { breakGlass, shortestReason } from '../../letters/index.ts'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Checkboxes,
  type FieldErrors,
  Form,
  Inset,
  TextArea,
  Warning,
} from '../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { noteRefused } from '../note-visits.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { codeIn } from './code-in.ts'
import { showLettersPage } from './letters-frame.tsx'
import { type ReleaseFacts, type Request, releaseFacts } from './release-facts.ts'
import { texts } from './release-texts.nl.ts'
import { WhatLeaves } from './what-leaves.tsx'

const words = texts.glass
const longestReason = 500

/** What it means to release when nobody else is there: read before it is done. Or why it can't be done now. */
export async function showGlass(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { sample, request } = await releaseFacts(desk)
  const because = request ? becauseNot(desk, request) : 'nothing-requested'
  const back = paths.release({ election: desk.election.code })
  return showLettersPage(
    desk,
    { title: words.title, part: 'release', errors },
    <>
      <p class="desk-lead">{words.lead}</p>
      {request && !because && sample ? (
        <GlassForm {...{ desk, sample, request, errors, back }} />
      ) : (
        <>
          <Inset>
            <strong>{words.refused}.</strong> {words.because[because ?? 'nothing-requested']}
          </Inset>
          <ButtonLink href={back}>{words.back}</ButtonLink>
        </>
      )}
    </>,
  )
}

function becauseNot({ staff }: ElectionDesk, request: Request): keyof typeof words.because | undefined {
  if (request.requestedBy === staff.staffId) return 'same-person'
  if (['own-right', 'deputy', 'broken-glass'].includes(request.standing.is)) return 'may-already'
  if (request.deputies.length > 0) return 'deputy-there'
  return request.glasses.some(({ brokenBy }) => brokenBy === staff.staffId) ? 'broken-already' : undefined
}

interface GlassFormProps {
  readonly desk: ElectionDesk
  readonly sample: NonNullable<ReleaseFacts['sample']>
  readonly request: Request
  readonly errors: FieldErrors
  readonly back: string
}

function GlassForm({ desk, sample, request, errors, back }: GlassFormProps) {
  return (
    <>
      <Warning>{words.warning(request.asker)}</Warning>
      <h2>{words.means}</h2>
      <ul>
        {words.meanings.map((meaning) => (
          <li>{meaning}</li>
        ))}
      </ul>
      <WhatLeaves desk={desk} sample={sample} />
      <Form csrf={desk.csrf} action={paths.breakGlass({ election: desk.election.code })}>
        <input type="hidden" name="proef" value={request.sampleSha256.toString('hex')} />
        <TextArea
          name="reden"
          label={words.reason}
          hint={words.reasonHint(shortestReason)}
          error={errors.reden}
          value={desk.form.text('reden')}
          rows={4}
          maxlength={longestReason}
        />
        <Checkboxes
          name="bevestigd"
          label={words.sure}
          choices={[{ value: 'ja', label: words.tried }]}
          values={desk.form.all('bevestigd')}
          error={errors.bevestigd}
        />
        <ButtonGroup>
          <Button kind="warning">{words.button}</Button>
          <ButtonLink kind="secondary" href={back}>
            {words.back}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

/** Breaks the glass. Whoever may release anyway does that instead; a refusal is written down, whatever the page showed. */
export async function breakTheGlass(desk: ElectionDesk) {
  const { election, staff, form } = desk
  if (may(desk, 'letters.release')) return showGlass(desk)
  if (!form.has('bevestigd')) return showGlass(desk, { bevestigd: words.triedMissing })
  const reason = form.text('reden').slice(0, longestReason)
  const broken = await breakGlass(desk.deps, { election, staff, sampleSha256: codeIn(desk), reason })
  if (broken.ok) return seeOther(desk, paths.release({ election: election.code }), 'glass-broken')
  if (broken.because === 'reason-too-short' || broken.because === 'number-in-text')
    return showGlass(desk, { reden: words.because[broken.because] })
  await noteRefused(desk, { event: 'letters.glass-broken', because: broken.because })
  return showGlass(desk, { proef: words.because[broken.because] })
}
