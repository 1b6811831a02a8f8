import {
  type Contact,
  contactOf,
  type DocumentFacts,
  documentsOf,
  type Excuse,
  latestExcuse,
  type MyServices,
  messagesTo,
  myServices,
  type SentMessage,
  type TrainingOfMember,
  trainingsOfMember,
} from '../../bureaus/index.ts'
import { type Election, getElection } from '../../elections/index.ts'
import { getSettings, type MunicipalitySettings } from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { notMinePage } from '../not-mine-page.tsx'
import { inLanguageOf, inOwnScope, type Portal, type PortalRoute } from '../portal.ts'
import { convocationOfAddress, type MyConvocation } from './my-convocation.ts'

/** A citizen's own call with what they answered: all that is theirs read in the scope of this one person. */
export interface MyCallCase {
  readonly mine: MyConvocation
  readonly election: Election
  readonly municipality: MunicipalitySettings
  readonly contact: Contact | undefined
  /** The last that was asked. */
  readonly excuse: Excuse | undefined
  readonly documents: readonly DocumentFacts[]
  /** For this function, or in which this member is enrolled. How full they are, others tell: not in the scope of the person. */
  readonly trainings: readonly TrainingOfMember[]
  /** E-mail and SMS that the municipality sent, the first first. */
  readonly messages: readonly SentMessage[]
  /** How often they served before, as far as known here. */
  readonly services: MyServices
}

/** For a page of one call, whose id stands in its address. One of somebody else, or none: the same page. */
export function withMyCall(
  handle: (portal: Portal, call: MyCallCase) => Response | Promise<Response>,
): PortalRoute['handle'] {
  return async (portal) => {
    const mine = await convocationOfAddress(portal)
    const read = mine && (await caseOf(portal, mine))
    const call = read && { ...read, trainings: await trainingsFor(portal, read) }
    return call ? handle(inLanguageOf(portal, call.municipality), call) : notMinePage(portal)
  }
}

function trainingsFor(
  { deps }: Portal,
  { mine, election }: Omit<MyCallCase, 'trainings'>,
): Promise<TrainingOfMember[]> {
  const { memberId, role, bureau } = mine
  return deps.database.inScope(staffOf(election.municipalityId), (db) =>
    trainingsOfMember(db, election, { memberId, role, kind: bureau.kind }),
  )
}

function caseOf(portal: Portal, mine: MyConvocation): Promise<Omit<MyCallCase, 'trainings'> | undefined> {
  const { municipalityId, electionId, assignmentId, memberId } = mine
  return inOwnScope(portal, async (db) => {
    const election = await getElection(db, municipalityId, electionId)
    if (!election) return undefined
    const excuse = await latestExcuse(db, election, assignmentId)
    return {
      ...{ mine, election, excuse },
      municipality: await getSettings(db, municipalityId),
      contact: await contactOf(db, portal.deps, election, memberId),
      messages: await messagesTo(db, election, memberId),
      services: await myServices(db, portal.deps.vault, election, portal.citizen.index),
      documents: excuse ? await documentsOf(db, election, excuse.excuseId) : [],
    }
  })
}
