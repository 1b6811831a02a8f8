// Checks the code on a letter in this browser. What stands behind the # of the address, or is pasted, goes nowhere: asked of
// the server are the public keys, and the list of a whole election.

import { keepPage } from '../../without-network/browser/keep-page.js'
import { knowsEd25519 } from './cose.js'
import { judge } from './judge.js'
import { signInFor } from './sign-in-for.js'
import { readStatement } from './statement.js'
import { readStatusList } from './status-list.js'

const root = document.querySelector('[data-letter-check]')
const { keys: keysAddress, list: listPattern, kept: keptName, locale, titleWhenWrong, ...page } = root.dataset
const { title } = document
/** Not there where nobody can log in. */
const mine = document.querySelector('[data-mine]')
const link = mine?.querySelector('a')
const plainSignIn = link?.getAttribute('href')
const formatOf = (language, options) =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: 'Europe/Brussels' })
const [dates, moments] = [{ dateStyle: 'long' }, { dateStyle: 'long', timeStyle: 'short' }].map((options) =>
  formatOf(locale, options),
)
/** As 2029-06-10. */
const today = () => formatOf('sv-SE').format(Date.now())

function show(names, texts = {}) {
  for (const part of root.querySelectorAll('[data-part]')) part.hidden = !names.includes(part.dataset.part)
  for (const [name, text] of Object.entries(texts))
    for (const place of root.querySelectorAll(`[data-fill="${name}"]`)) place.textContent = text
  document.title = names.includes('empty') ? titleWhenWrong : title
  const shown = '[data-part]:not([hidden])'
  root.querySelector(`${shown} .govuk-error-summary, ${shown} h2`)?.focus()
}

const bytesOf = async (answer) => answer && new Uint8Array(await answer.arrayBuffer())
/** A browser that keeps nothing checks all the same, with network. */
const orNothing = (work) => work().catch(() => undefined)
const keep = (address, answer) => orNothing(async () => (await caches.open(keptName)).put(address, answer))
const keptOf = (address) => orNothing(async () => caches.match(address, { cacheName: keptName }))
const isOffline = () => navigator.onLine === false
const ask = async (address) =>
  isOffline() ? undefined : fetch(address, { cache: 'no-cache', credentials: 'omit' }).catch(() => undefined)

/** The published keys, or those that were published when this browser last asked. */
async function findKeys() {
  const answer = await ask(keysAddress)
  const fetched = await keysIn(answer?.clone())
  if (fetched) await keep(keysAddress, answer)
  const keys = fetched ?? (await keysIn(await keptOf(keysAddress))) ?? []
  return { keys, isFetched: fetched !== undefined }
}

/** A network that wants a login of its own answers with a page instead. */
async function keysIn(answer) {
  if (!answer?.ok) return undefined
  const said = await orNothing(() => answer.json())
  return Array.isArray(said?.keys) ? said.keys : undefined
}

async function findLists(statement, keys) {
  const address = listPattern.replace('ISSUER', statement.issuer).replace('ELECTION', statement.election)
  const read = async (answer) => answer && readStatusList(await bytesOf(answer), statement, keys)
  const answer = await ask(address)
  const kept = await read(await keptOf(address))
  const fetched = answer?.ok ? await read(answer.clone()) : undefined
  if (fetched && fetched.madeAt >= (kept?.madeAt ?? 0)) await keep(address, answer)
  return { kept, fetched, isKnown: answer?.status !== 404 }
}

async function check(text) {
  const { keys, isFetched } = await findKeys()
  const statement = await readStatement(text, keys)
  if ('because' in statement)
    return show([statement.because === 'unknown-key' && !isFetched ? 'no-keys' : statement.because])
  const lists = await findLists(statement, keys)
  const { answer, list, isChecked, isPlayedBack } = await judge({ statement, ...lists, now: Date.now() })
  const notes = [
    ...(list && !isChecked ? ['not-checked'] : []),
    ...(list && isChecked && !lists.fetched ? ['list-of'] : []),
    ...(isPlayedBack ? ['played-back'] : []),
    ...(list && list.pollingDay < today() ? ['over'] : []),
  ]
  leadTo(list && answer !== 'unreleased' ? list : undefined, statement)
  show([answer, ...notes, ...(list ? ['election'] : ['issuer'])], {
    issuer: statement.issuer.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3'),
    ...(list && {
      ...{ municipality: list.municipality, electionName: list.electionName, day: dayText(list) },
      since: moments.format(list.madeAt),
    }),
  })
}

const dayText = ({ pollingDay }) => dates.format(Date.parse(`${pollingDay}T12:00:00Z`))

/** Who logs in from here comes to the page of this election. What can't be told leads to all of theirs. */
function leadTo(list, statement) {
  if (link) link.href = signInFor(list, statement, { plain: plainSignIn, pattern: mine.dataset.mine })
}

async function start(text) {
  leadTo()
  if (!text) return show(['paste'])
  show(['busy'])
  await check(text).catch(() => show(['failed']))
}

for (const form of root.querySelectorAll('form'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = form.querySelector('input').value.trim()
    if (text) return start(text)
    leadTo()
    show(['empty'])
  })
/** The page in another language checks the same letter. */
function carryOn() {
  for (const link of document.querySelectorAll('.portal-languages a')) link.hash = location.hash
  return start(location.hash.slice(1))
}
addEventListener('hashchange', carryOn)
await carryOn()
// For the next letter, in a place without network.
if (!isOffline()) {
  const lists = (await knowsEd25519()) ? [page.files] : [page.files, page.filesOfOldBrowser]
  const files = lists.flatMap((list) => JSON.parse(list))
  await orNothing(() => keepPage({ ...page, from: page.scope + location.search, files }))
}
