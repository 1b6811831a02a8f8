// What is shown of voters: the hits, one of them, the duplicate to print. Always as text, never as markup.

import { countText, fill, momentText } from './duties.js'

const nameOf = ({ lastName, firstNames }) => [lastName, firstNames].filter(Boolean).join(', ')
const addressOf = ({ street, place }, hidden) => [street, place].filter(Boolean).join(', ') || hidden

export function showHits(root, { voters, isMore }, choose) {
  const { protectedAddress, unknown } = root.dataset
  const template = root.querySelector('template[data-hit]')
  const rows = voters.map((voter) => {
    const row = template.content.cloneNode(true)
    const { listNumber, birthYear } = voter
    const address = addressOf(voter, protectedAddress)
    fill(row, { name: nameOf(voter), born: birthYear ?? unknown, address, listNumber })
    row.querySelector('button').addEventListener('click', () => choose(voter))
    return row
  })
  root.querySelector('[data-hits]').replaceChildren(...rows)
  root.querySelector('[data-more]').hidden = !isMore
  const words =
    voters.length === 1 ? root.dataset.oneHit : root.dataset.hits.replace('#', countText(voters.length))
  fill(root, { hits: isMore ? root.dataset.firstHits.replace('#', countText(voters.length)) : words })
}

export function showVoter(root, { voter, head, before }) {
  const { protectedAddress, unknown } = root.dataset
  const at = head.rooms[voter.section]
  fill(root.querySelector('[data-part=voter]'), {
    ...{ name: nameOf(voter), listNumber: voter.listNumber, born: voter.birthYear ?? unknown },
    ...{ address: addressOf(voter, protectedAddress), section: voter.section, room: at?.room ?? unknown },
    before: [
      ...(voter.duplicates > 0 ? [root.dataset.beforePack.replace('#', countText(voter.duplicates))] : []),
      ...before.map(({ at: moment }) => root.dataset.beforeHere.replace('#', momentText(moment))),
    ].join(' '),
  })
}

export function showDuplicate(root, { voter, head, at }) {
  const where = head.rooms[voter.section]
  fill(root.querySelector('[data-part=issued]'), {
    ...{ mark: head.mark, name: nameOf(voter), listNumber: voter.listNumber, section: voter.section },
    // What others may not learn does not stand on paper that lies on a counter either.
    ...{ address: addressOf(voter, ''), room: where?.room ?? '', roomAddress: where?.address ?? '' },
    ...{ day: head.day, hours: head.hours, electionName: head.electionName, of: head.municipality },
    printed: momentText(at),
  })
}

/** Only the reasons that the law of this election knows. */
export function offerReasons(form, reasons) {
  for (const field of form.querySelectorAll('[name=reden]'))
    field.closest('.govuk-radios__item').hidden = !reasons.includes(field.value)
}

export function typedChoices(form) {
  const chosen = new FormData(form)
  return { identity: chosen.get('identiteit'), reason: chosen.get('reden') }
}
