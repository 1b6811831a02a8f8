/**
 * What is checked of letters before they may be released. `nothing-forbidden`: birth date, national number and sex are
 * not among the mentions of the law (Kieswetboek art. 107, LPKD art. 54), so they stand on no letter.
 */
export const checkCodes = [
  'one-letter-each',
  'right-voter',
  'room-of-section',
  'own-municipality',
  'polling-day-and-hours',
  'assemblies-of-category',
  'texts-of-the-law',
  'language-asked',
  'nothing-forbidden',
  'read-from-pdf',
  'address-in-window',
  'access-known',
  'access-in-french',
] as const
export type CheckCode = (typeof checkCodes)[number]

/** Found wrong, these are for people to look at; every other holds the release back. */
const forPeople: readonly CheckCode[] = ['access-known', 'access-in-french']

/** What a letter or a plate says otherwise than it should. Never a name or a number of a person. */
export interface CheckFinding {
  readonly section: number
  /** Absent where it holds for letters of the section together. */
  readonly listNumber?: number | undefined
  /** Which part of the letter: `phone`, `room`; a code. */
  readonly part: string
  readonly says?: string | undefined
  readonly shouldSay?: string | undefined
}

export interface Check {
  readonly code: CheckCode
  readonly outcome: 'right' | 'unsure' | 'wrong'
  /** How many letters it was asked of. */
  readonly letters: number
  readonly found: number
  /** The first of what was found. */
  readonly findings: readonly CheckFinding[]
}

export interface CheckTally {
  /** So many letters were held against these. */
  looked(letters: number, codes: readonly CheckCode[]): void
  found(code: CheckCode, finding: CheckFinding): void
  checks(): Check[]
}

const mostShown = 20

/** Collects what is found, in constant memory. */
export function createCheckTally(): CheckTally {
  const letters = new Map<CheckCode, number>()
  const counts = new Map<CheckCode, number>()
  const findings = new Map<CheckCode, CheckFinding[]>()
  return {
    looked(count, codes) {
      for (const code of codes) letters.set(code, (letters.get(code) ?? 0) + count)
    },
    found(code, finding) {
      counts.set(code, (counts.get(code) ?? 0) + 1)
      const shown = findings.get(code) ?? []
      findings.set(code, shown)
      if (shown.length < mostShown) shown.push(finding)
    },
    checks: () =>
      checkCodes.map((code) => {
        const found = counts.get(code) ?? 0
        const outcome = found === 0 ? 'right' : forPeople.includes(code) ? 'unsure' : 'wrong'
        return { code, outcome, letters: letters.get(code) ?? 0, found, findings: findings.get(code) ?? [] }
      }),
  }
}

/** The checks that hold a release back. */
export function wrongChecks(checks: readonly Check[]): Check[] {
  return checks.filter(({ outcome }) => outcome === 'wrong')
}
