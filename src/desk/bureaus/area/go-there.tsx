import type { Child } from 'hono/jsx'
import type { AreaElection } from '../../../bureaus/index.ts'
import { changeMunicipality } from '../../../municipalities/index.ts'
import { Form } from '../../../platform/http/components/index.ts'
import { ownAddress } from '../../../platform/http/same-origin.ts'
import { giveCookie } from '../../cookies.ts'
import type { Desk } from '../../desk.ts'
import { deskRoot, paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'

/** The pages of one municipality that the pages of the area lead to. */
const partsThere = {
  bureaus: {
    all: paths.bureaus,
    one: (election: string, number: string) => paths.bureau({ election, number }),
  },
  dag: {
    all: paths.bureauBoard,
    one: (election: string, number: string) => paths.bureauDay({ election, number }),
  },
  voordrachten: {
    all: paths.bureauProposals,
    one: (election: string, assignment: string) => paths.bureauAssignment({ election, assignment }),
  },
  samenstelling: {
    all: paths.compositions,
    one: (election: string, composition: string) => paths.composition({ election, composition }),
  },
  verontschuldigingen: {
    all: paths.excuses,
    one: (election: string, excuse: string) => paths.excuse({ election, excuse }),
  },
} as const
export type PartThere = keyof typeof partsThere

interface Props {
  readonly desk: Desk
  readonly of: AreaElection
  readonly part: PartThere
  /** One of that part: the number of a bureau, the id of an assignment or of a request. */
  readonly which?: string
  readonly children: Child
}

/**
 * Into a municipality of the area: a link where one is there already, and else a button, for another municipality is another session.
 */
export function GoThere({ desk, of, part, which, children }: Props) {
  const { municipality, election } = of
  if (municipality.municipalityId === desk.staff.municipalityId)
    return <a href={addressThere(election.code, part, which)}>{children}</a>
  return (
    <Form csrf={desk.csrf} action={paths.otherMunicipality()}>
      <input type="hidden" name="gemeente" value={municipality.slug} />
      <input type="hidden" name="verkiezing" value={election.code} />
      <input type="hidden" name="deel" value={part} />
      {which && <input type="hidden" name="welke" value={which} />}
      <button type="submit" class="desk-link-button">
        {children}
      </button>
    </Form>
  )
}

function addressThere(election: string, part: PartThere, which?: string): string {
  const { all, one } = partsThere[part]
  return which ? one(election, which) : all({ election })
}

const isPart = (text: string): text is PartThere => Object.hasOwn(partsThere, text)

/** To another municipality of the same area, with a session of that one, on the page that was asked for. */
export async function goToMunicipality(desk: Desk) {
  const { deps, session, context, form } = desk
  const entered = await changeMunicipality(deps, { session, slug: form.text('gemeente') })
  if (!entered.ok) return notFoundPage(desk)
  giveCookie(context, deps.config, 'session', entered.token)
  const [code, part] = [form.text('verkiezing'), form.text('deel')]
  const asked = ownAddress(form.text('naar'), deskRoot)
  if (asked) return context.redirect(asked, 303)
  const isKnown = /^[a-z0-9-]{1,80}$/.test(code) && isPart(part)
  const there = isKnown ? addressThere(code, part, form.text('welke') || undefined) : paths.start()
  return context.redirect(there, 303)
}
