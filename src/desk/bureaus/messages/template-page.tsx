import {
  backToWording,
  changeSchedule,
  changeWording,
  exampleOfMessage,
  faultsOfWording,
  groupToSend,
  loadMessageTemplates,
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
import type { FieldErrors } from '../../../platform/http/components/index.ts'
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
  const languages = loadMessageTemplates(election.ruleset).languages.value
  const usual = { version: 0, ...usualWording(election, template) }
  const people = await listStaff(deps, { municipalityId: election.municipalityId })
  const names = new Map<string, string>(people.map(({ staffId, name }) => [staffId, name]))
  const facts = await inOwnScope(desk, async (db) => {
    const versions = await selectWordings(db, election, { template, language: languages[0]! })
    const schedule = (await selectSchedules(db, election)).find((one) => one.template === template)
    const current = versions[0] ?? usual
    const wording = draft ?? current
    const everybody = { wording, filter: {} }
    const [somebody] = (await groupToSend(db, { ways: waysOf(desk) }, election, everybody)).found
    const shown = { wording, recipient: somebody!, portalUrl: deps.config.PORTAL_URL, by: staff.staffId }
    const isWhole = faultsOfWording(tidyWording(wording)).length === 0
    const example = somebody && isWhole ? await exampleOfMessage(db, election, shown) : undefined
    return { versions, schedule, current, wording, example, who: somebody && fullName(somebody) }
  })
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.messages({ election: election.code }), text: texts.title },
  ]
  const moment = usualMoment(election, template)
  const parts = { desk, template, errors, moment, names, usual, ...facts }
  return showPage(
    desk,
    { title: texts.templates[template], caption: election.name, trail, errors },
    <>
      <p class="desk-lead">{texts.whom[template]}</p>
      <p>{words.languages(languages.map((one) => words.languageNames[one] ?? one).join(', '))}</p>
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
  const changed = await changeWording(deps, { ...changeOf(desk, template), wording })
  if (!changed.ok) return templatePage(desk, { body: words.refused[changed.because] }, wording)
  return seeOther(desk, paths.messageTemplate(addressOf(desk, template)), 'wording-kept')
}

/** An older version counts again. */
export async function backTemplate(desk: ElectionDesk): Promise<Response> {
  const template = templateOf(desk)
  if (!template) return notFoundPage(desk)
  const to = Number(desk.form.text('versie'))
  const changed = await backToWording(desk.deps, { ...changeOf(desk, template), to })
  if (!changed.ok) return templatePage(desk, { versie: words.refused[changed.because] })
  return seeOther(desk, paths.messageTemplate(addressOf(desk, template)), 'wording-kept')
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

function changeOf({ election, form, staff }: ElectionDesk, template: MessageTemplate) {
  const [language] = loadMessageTemplates(election.ruleset).languages.value
  return { election, template, language: language!, by: staff.staffId, seen: Number(form.text('gezien')) }
}

const addressOf = ({ election }: ElectionDesk, template: MessageTemplate) => ({
  election: election.code,
  template,
})

function templateOf({ context }: ElectionDesk): MessageTemplate | undefined {
  return messageTemplates.find((one) => one === context.req.param('template'))
}
