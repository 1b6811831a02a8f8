/** Somebody who can log in as a citizen, with their national number: a test number, which can belong to nobody. */
export interface AcmCitizen {
  readonly name: string
  readonly nationalNumber: string
  /** Why one would pick this person. */
  readonly shows: string
}

/** On no list at all: always there. */
const stranger: AcmCitizen = {
  name: 'Jo Elders',
  nationalNumber: '85610100147',
  shows: 'staat op geen enkele kiezerslijst',
}

/** Those who can be picked. An account has a number of its own here, so that no national number is in a form or a cookie. */
export interface Citizens {
  readonly list: readonly (AcmCitizen & { readonly id: string })[]
  add(citizens: readonly AcmCitizen[]): void
  find(id: string): AcmCitizen | undefined
}

export function createCitizens(): Citizens {
  const list = [{ ...stranger, id: 'burger.0' }]
  return {
    list,
    add(citizens) {
      for (const citizen of citizens) list.push({ ...citizen, id: `burger.${list.length}` })
    },
    find: (id) => list.find((one) => one.id === id),
  }
}

export function citizenClaims({ name, nationalNumber }: AcmCitizen, id: string) {
  const [given_name, ...rest] = name.split(' ')
  return { sub: id, given_name, family_name: rest.join(' '), rrn: nationalNumber }
}
