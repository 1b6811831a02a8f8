import {
  backToWording,
  changeSchedule,
  changeWording,
  exampleOfMessage,
  faultsOfWording,
  groupToSend,
  languagesHere,
  type MessageLanguage,
  type MessageTemplate,
  messageTemplates,
  selectSchedules,
  selectWordings,
  tidyWording,
  usualMoment,
  usualWording,
  type Wording,
} from '../../../bureaus/index.ts'
import { listStaff } from '../../../municipalities/index.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { FieldErrors } from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { fullName } from '../bureau-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { faultText } from './message-text.ts'
import { Example, Schedule, Versions, WordingForm } from './template-parts.tsx'
import { texts } from './texts.nl.ts'
import { waysOf } from './ways.ts'

const words = texts.template

/** One template: when it leaves, what it says, how somebody sees it, and every version of it. */
export function showTemplate(desk: ElectionDesk) {
  return templatePage(desk)
}

async function templatePage(desk: ElectionDesk, errors: FieldErrors = {}, draft?: Wording) {
  const template = templateOf(desk)
  if (!template) return notFoundPage(desk)
  const { election, deps, staff } = desk
  const languages = await languagesOf(desk, template)
  const language = languageOf(desk, languages)
  const usual = { version: 0, ...usualWording(election, { template, language }) }
  const people = await listStaff(deps, { municipalityId: election.municipalityId })
  const names = new Map<string, string>(people.map(({ staffId, name }) => [staffId, name]))
  const facts = await inOwnScope(desk, async (db) => {
    const versions = await selectWordings(db, election, { template, language })
    const schedule = (await selectSchedules(db, election)).find((one) => one.template === template)
    const current = versions[0] ?? usual
    const wording = draft ?? current
    const everybody = { wording, filter: {} }
    const [somebody] = (await groupToSend(db, { ways: waysOf(desk) }, election, everybody)).found
    const shown = {
      wording,
      language,
      recipient: somebody!,
      portalUrl: deps.config.PORTAL_URL,
      by: staff.staffId,
    }
    const isWhole = faultsOfWording(tidyWording(wording)).length === 0
    const example = somebody && isWhole ? await exampleOfMessage(db, election, shown) : undefined
    const silent = template === 'no-reply' ? await silentNow(desk, db, wording) : undefined
    return { versions, schedule, current, wording, example, silent, who: somebody && fullName(somebody) }
  })
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.messages({ election: election.code }), text: texts.title },
  ]
  const moment = usualMoment(election, template)
  const parts = { desk, template, language, errors, moment, names, usual, ...facts }
  return showPage(
    desk,
    { title: texts.templates[template], caption: election.name, trail, errors },
    <>
      <p class="desk-lead">{texts.whom[template]}</p>
      <Languages {...{ desk, template, languages, language }} />
      {facts.silent && <Silent desk={desk} {...facts.silent} />}
      <Schedule {...parts} />
      <WordingForm {...parts} />
      <Example {...parts} />
      <Versions {...parts} />
    </>,
  )
}

/** A wording that was typed: looked at, or kept as the next version. */
export async function changeTemplate(desk: ElectionDesk): Promise<Response> {
  const { form, deps } = desk
  const template = templateOf(desk)
  if (!template) return notFoundPage(desk)
  const wording = typedWording(desk)
  const errors: Record<string, string> = {}
  for (const fault of faultsOfWording(wording)) errors[fault.part] ??= faultText(fault)
  if (form.text('doe') === 'kijk' || Object.keys(errors).length > 0)
    return templatePage(desk, errors, wording)
  const changed = await changeWording(deps, { ...(await changeOf(desk, template)), wording })
  if (!changed.ok) return templatePage(desk, { body: words.refused[changed.because] }, wording)
  return seeOther(desk, backTo(desk, template), 'wording-kept')
}

/** An older version counts again. */
export async function backTemplate(desk: ElectionDesk): Promise<Response> {
  const template = templateOf(desk)
  if (!template) return notFoundPage(desk)
  const to = Number(desk.form.text('versie'))
  const changed = await backToWording(desk.deps, { ...(await changeOf(desk, template)), to })
  if (!changed.ok) return templatePage(desk, { versie: words.refused[changed.because] })
  return seeOther(desk, backTo(desk, template), 'wording-kept')
}

/** Switches it on or off, and says when. */
export async function scheduleTemplate(desk: ElectionDesk): Promise<Response> {
  const { deps, election, form, staff } = desk
  const template = templateOf(desk)
  if (!template) return notFoundPage(desk)
  const moment = usualMoment(election, template)
  const typed = Number(form.text('dagen'))
  const days = form.text('dagen') === '' ? Number.NaN : typed
  const when = moment
    ? { daysBefore: moment.daysBefore < 0 ? -days : days, hour: form.text('uur') }
    : { daysBefore: 1, hour: '00:00' } // a pointer has no day: it leaves when a letter does
  const wish = { election, template, isOn: form.text('aan') === 'ja', ...when, by: staff.staffId }
  const changed = await changeSchedule(deps, wish)
  if (changed.ok) return seeOther(desk, paths.messageTemplate(addressOf(desk, template)), 'schedule-kept')
  const field = changed.because === 'day-wrong' ? 'dagen' : 'uur'
  return templatePage(desk, { [field]: words.scheduleRefused[changed.because] })
}

function typedWording({ form }: ElectionDesk): Wording {
  return tidyWording({ subject: form.text('subject'), body: form.text('body'), sms: form.text('sms') })
}

/** Who did not answer, and how many of them a message reaches now. */
async function silentNow(desk: ElectionDesk, db: Db, wording: Wording) {
  const draft = { wording, filter: { unanswered: true } as const }
  const { found, reachable } = await groupToSend(db, { ways: waysOf(desk) }, desk.election, draft)
  return { all: found.length, reachable: reachable.length }
}

/** Whoever never answered mostly gave nothing by which to reach them: those are on the list of who is to be called. */
function Silent({ desk, all, reachable }: { desk: ElectionDesk; all: number; reachable: number }) {
  return (
    <p>
      {words.silent(all, reachable)}{' '}
      {all > reachable && (
        <a href={paths.peopleToCall({ election: desk.election.code })}>{texts.newGroup.toCall}</a>
      )}
    </p>
  )
}

/** In which languages this may leave here. */
function languagesOf(desk: ElectionDesk, template: MessageTemplate) {
  return inOwnScope(desk, (db) => languagesHere(db, desk.election, template))
}

/** The one that is looked at or changed: of the form, or of the address (`taal`). */
function languageOf({ context, form }: ElectionDesk, languages: readonly MessageLanguage[]): MessageLanguage {
  const asked = form.text('taal') || context.req.query('taal')
  return languages.find((one) => one === asked) ?? languages[0]!
}

interface LanguagesProps {
  readonly desk: ElectionDesk
  readonly template: MessageTemplate
  readonly languages: readonly MessageLanguage[]
  readonly language: MessageLanguage
}

/** In which languages it leaves, and the way to the text of another. */
function Languages({ desk, template, languages, language }: LanguagesProps) {
  const here = paths.messageTemplate(addressOf(desk, template))
  const names = words.languageNames
  return (
    <>
      <p>{words.languages(languages.map((one) => names[one]).join(', '))}</p>
      {languages.length > 1 && (
        <ul>
          {languages.map((one) => (
            <li>
              {one === language ? (
                <strong>{words.inLanguage(names[one])}</strong>
              ) : (
                <a href={withQuery(here, { taal: one })}>{words.inLanguage(names[one])}</a>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

async function changeOf(desk: ElectionDesk, template: MessageTemplate) {
  const { election, form, staff } = desk
  const language = languageOf(desk, await languagesOf(desk, template))
  return { election, template, language, by: staff.staffId, seen: Number(form.text('gezien')) }
}

/** The page of the language that was changed. */
const backTo = (desk: ElectionDesk, template: MessageTemplate) =>
  withQuery(paths.messageTemplate(addressOf(desk, template)), { taal: desk.form.text('taal') || undefined })

const addressOf = ({ election }: ElectionDesk, template: MessageTemplate) => ({
  election: election.code,
  template,
})

function templateOf({ context }: ElectionDesk): MessageTemplate | undefined {
  return messageTemplates.find((one) => one === context.req.param('template'))
}
