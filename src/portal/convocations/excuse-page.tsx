import { excuseGrounds, longestExcuse, requestExcuse, withdrawExcuse } from '../../bureaus/index.ts'
import { dayInBelgium, longDate } from '../../platform/dates.ts'
import { Button, ErrorSummary, Form, Radios, TextArea } from '../../platform/http/components/index.ts'
import { showPage } from '../frame.tsx'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { texts as frameTexts } from '../texts.ts'
import { mayAnswer, mayExplain, showCall, untilText } from './call-page.tsx'
import { texts } from './texts.ts'
import type { MyCallCase } from './with-my-call.ts'

type Errors = Readonly<Record<string, string>>

/** Why somebody can't come. What is typed is kept before a file is asked, so that no upload takes it along. */
export function showAskExcuse(portal: Portal, call: MyCallCase, errors: Errors = {}) {
  const { mine, election, municipality } = call
  const isAfter = mayExplain(call)
  if ((!mayAnswer(portal, call) && !isAfter) || mine.reply === 'EXCUSE_PENDING') return showCall(portal, call)
  const { form, language } = portal
  const words = texts[language]
  const { error: errorWord, notRightYet } = frameTexts[language]
  const { ask } = words
  return showPage(
    portal,
    {
      title: isAfter ? words.away.why : ask.title,
      caption: election.name,
      municipality,
      error: Object.values(errors)[0],
    },
    <>
      <ErrorSummary title={notRightYet} errors={errors} />
      {!isAfter && <p>{untilText(mine.excuseUntil, portal, words)}</p>}
      <p>{isAfter ? words.away.lead : ask.decided}</p>
      {!isAfter && <p>{servedText(call, portal)}</p>}
      <Form csrf={portal.csrf} action={paths.askExcuse({ call: mine.assignmentId })}>
        <Radios
          {...{ name: 'grond', label: ask.ground, error: errors.grond, errorWord, value: form.text('grond') }}
          choices={excuseGrounds.map((value) => ({ value, label: words.grounds[value] }))}
        />
        <TextArea
          {...{ name: 'uitleg', label: ask.text, hint: ask.textHint, error: errors.uitleg, errorWord }}
          {...{ maxlength: longestExcuse, value: form.text('uitleg') }}
        />
        <Button>{ask.send}</Button>
      </Form>
      <p>{ask.documentsNext}</p>
    </>,
  )
}

/** How often they served as far as known here; the count is in the register, and a magistrate decides. */
function servedText(
  { services: { served, times, lastDay } }: MyCallCase,
  { deps, language }: Portal,
): string {
  const { before } = texts[language].ask
  const mayStill = lastDay !== undefined && dayInBelgium(deps.clock.now()) <= lastDay
  const say = mayStill ? before.still : before.until
  const until = lastDay ? say(longDate(lastDay, language)) : before.noDay
  return `${before.served(served, times)} ${until} ${before.register}`
}

export async function sendExcuse(portal: Portal, call: MyCallCase): Promise<Response> {
  const { deps, form, context } = portal
  const { ask } = texts[portal.language]
  const ground = excuseGrounds.find((one) => one === form.text('grond'))
  const text = form.text('uitleg')
  if (!ground || !text || text.length > longestExcuse)
    return showAskExcuse(portal, call, {
      ...(!ground && { grond: ask.groundMissing }),
      ...(!text && { uitleg: ask.textMissing }),
      ...(text.length > longestExcuse && { uitleg: ask.textLong(longestExcuse) }),
    })
  const { assignmentId } = call.mine
  const asked = await requestExcuse(deps, {
    ...{ election: call.election, assignmentId, by: 'citizen', authority: 'person' },
    ...{ request: { ground, text }, channel: 'PORTAL' },
  })
  const address = { call: assignmentId }
  if (!asked.ok && asked.because === 'number-in-text')
    return showAskExcuse(portal, call, { uitleg: ask.textNumber })
  return context.redirect(asked.ok ? paths.addEvidence(address) : paths.call(address), 303)
}

export async function takeBackExcuse(portal: Portal, { mine, election }: MyCallCase): Promise<Response> {
  const { assignmentId } = mine
  await withdrawExcuse(portal.deps, { election, assignmentId, by: 'citizen', authority: 'person' })
  return portal.context.redirect(paths.call({ call: assignmentId }), 303)
}
