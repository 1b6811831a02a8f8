// The page for a counter without network: open with the code of the shift, look for a voter, print a duplicate, count.

import { askStanding } from './ask-standing.js'
import { countText, fill, momentText, nameAtEnd, showOnly, wear } from './duties.js'
import { entries, findDevice, findEnd, findPack, wipePack } from './store.js'
import { readCode } from './typed-code.js'
import { offerReasons, showDuplicate, showHits, showVoter, typedChoices } from './voter-parts.js'

const root = document.querySelector('[data-offline]')
const { standing, worker: workerUrl } = root.dataset
const form = (name) => root.querySelector(`[data-form=${name}]`)
const shift = { head: undefined, clerk: '', given: [], voter: undefined, worker: undefined, seen: Date.now() }

let asked = 0
const waiting = new Map()

function startWorker() {
  shift.worker = new Worker(workerUrl, { type: 'module' })
  shift.worker.addEventListener('message', ({ data }) => {
    if (data.progress) return loaded(data.progress)
    if (data.damaged) return fill(root, { loading: root.dataset.damaged })
    const { resolve, reject } = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.failed) reject(new Error(data.failed))
    else resolve(data.answer)
  })
}

function ask(what, facts) {
  const id = ++asked
  shift.worker.postMessage({ id, ask: what, ...facts })
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
}

function loaded({ done, total, voters }) {
  const words = done === total ? root.dataset.loaded : root.dataset.loading
  fill(root, { loading: words.replace('#', countText(voters)) })
}

async function timeNow() {
  const pack = await findPack()
  return Math.max(Date.now(), pack?.seenUntil ?? 0)
}

/** What there is to do before anything is open. */
async function showStart() {
  const [device, pack, end, outbox] = [await findDevice(), await findPack(), await findEnd(), await entries()]
  const given = outbox.filter(({ kind }) => kind === 'issued').length
  fill(root, { waiting: countText(given) })
  const parts = given > 0 ? ['waiting'] : []
  if (!device || !pack) {
    return showOnly(root, 'none', ...parts, `none-${end?.because ?? 'never'}`)
  }
  if ((await timeNow()) >= pack.expiresAt) {
    await wipePack('expired')
    return showStart()
  }
  const manifest = JSON.parse(new TextDecoder().decode(pack.manifest))
  const { municipality, election, madeAt, expiresAt, colours } = manifest
  wear(colours)
  fill(root, {
    municipality,
    election: election.name,
    made: momentText(madeAt),
    expires: momentText(expiresAt),
  })
  showOnly(root, 'locked', ...parts)
}

function sayWrong(name, text) {
  const said = root.querySelector(`[data-error=${name}]`)
  said.textContent = text
  said.hidden = text === ''
}

form('code').addEventListener('submit', async (event) => {
  event.preventDefault()
  const { code: codeField, naam } = event.target.elements
  const code = readCode(codeField.value)
  shift.clerk = naam.value.trim().slice(0, 60)
  sayWrong('naam', shift.clerk === '' ? root.dataset.nameMissing : '')
  sayWrong('code', code ? '' : root.dataset.codeMistyped)
  if (!code || shift.clerk === '') return
  showOnly(root, 'opening')
  startWorker()
  const answer = await ask('open', { code }).catch(() => ({ is: 'none' }))
  codeField.value = ''
  if (answer.is !== 'open') {
    shift.worker.terminate()
    await showStart()
    if (answer.is === 'clock') sayWrong('code', root.dataset.clock)
    if (answer.is === 'wrong') sayWrong('code', root.dataset.codeWrong.replace('#', answer.left))
    return
  }
  Object.assign(shift, { head: answer.head, given: answer.given })
  offerReasons(form('issue'), answer.head.reasons)
  showSearch()
})

function showSearch() {
  const { head, clerk, given } = shift
  fill(root, { clerk: nameAtEnd(clerk), until: head.until, count: countText(given.length) })
  showOnly(root, 'open', 'search')
  const field = form('search').elements.zoek
  field.value = ''
  field.focus()
}

form('search').addEventListener('submit', async (event) => {
  event.preventDefault()
  const found = await ask('find', { typed: event.target.elements.zoek.value })
  showHits(root, found, choose)
  showOnly(root, 'open', 'search', found.voters.length > 0 ? 'hits' : 'nobody')
})

async function choose(voter) {
  shift.voter = voter
  const { clerk, head } = shift
  const at = new Date(await timeNow()).toISOString()
  await ask('note', { entry: { kind: 'opened', listNumber: voter.listNumber, clerk, at } })
  const isOver = Date.parse(at) >= head.lastMoment
  const before = shift.given.filter(({ listNumber }) => listNumber === voter.listNumber)
  form('issue').reset()
  sayWrong('identiteit', '')
  sayWrong('reden', '')
  showVoter(root, { voter, head, before })
  const why = isOver ? 'too-late' : voter.hasLetter ? 'issue' : 'no-letter'
  showOnly(root, 'open', 'voter', why, ...(before.length + voter.duplicates > 0 ? ['before'] : []))
  root.querySelector('[data-part=voter] h2').focus()
}

form('issue').addEventListener('submit', async (event) => {
  event.preventDefault()
  const { voter, head, clerk } = shift
  const { identity, reason } = typedChoices(event.target)
  sayWrong('identiteit', identity ? '' : root.dataset.identityMissing)
  sayWrong('reden', reason ? '' : root.dataset.reasonMissing)
  if (!identity || !reason || !voter) return
  const at = new Date(await timeNow()).toISOString()
  if (Date.parse(at) >= head.lastMoment) return showOnly(root, 'open', 'voter', 'too-late')
  shift.voter = undefined // a second click gives no second one
  const { listNumber, section, duplicates: before } = voter
  const room = head.rooms[section]?.room ?? ''
  const entry = { kind: 'issued', listNumber, section, room, before, reason, identity, clerk, at }
  const { given } = await ask('note', { entry })
  shift.given = given
  showDuplicate(root, { voter, head, at })
  fill(root, { count: countText(given.length) })
  showOnly(root, 'open', 'issued')
  root.querySelector('[data-part=issued] h2').focus()
})

root.addEventListener('click', async ({ target }) => {
  const what = target.closest('[data-do]')?.dataset.do
  if (what === 'print') print()
  if (what === 'next') showSearch()
  // What was readable is gone with the page that held it.
  if (what === 'lock') location.reload()
  if (what === 'end') {
    await wipePack('ended')
    location.reload()
  }
})

for (const name of ['keydown', 'pointerdown']) addEventListener(name, () => (shift.seen = Date.now()))

async function look() {
  const { head, seen } = shift
  const pack = await findPack()
  const isGone = !pack || (await timeNow()) >= pack.expiresAt
  const isIdle = Date.now() - seen > (head?.lockMinutes ?? 0) * 60_000
  if (head && (isGone || isIdle)) {
    if (pack && isGone) await wipePack('expired')
    return location.reload()
  }
  if (!head && pack && isGone) await showStart()
}

async function askServer() {
  const heard = await askStanding(standing)
  fill(root, { network: heard ? root.dataset.online : root.dataset.offlineNow })
  if (heard && heard !== 'active') {
    if (shift.head) location.reload()
    else await showStart()
  }
}

setInterval(look, 5000)
setInterval(askServer, 60_000)
addEventListener('online', askServer)
await showStart()
await askServer()
