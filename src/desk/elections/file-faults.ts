import { faultsOfElectionFile } from '../../elections/index.ts'
import type { DocumentFault } from '../../platform/document.ts'
import { type ToldFault, toldIn } from '../operator/fault-texts.nl.ts'
import { sentenceOfPath } from './election-errors.ts'
import { texts } from './texts.nl.ts'

const { wrong, form } = texts

/**
 * Every fault of an election file in Dutch: of its form while that is wrong, and else of what it says against its ruleset
 * and in this municipality (`faults`).
 */
export function toldOfElection(document: unknown, faults: readonly DocumentFault[]): readonly ToldFault[] {
  const inForm = faultsOfElectionFile(document)
  if (inForm.length > 0) return inForm.map((fault) => toldIn(fault, sentenceOfPath(fault.path)))
  return faults.map(toldOfRules)
}

function toldOfRules({ path, because, day = '', known }: DocumentFault): ToldFault {
  const { rules } = wrong
  if (because && because in wrong.pollingDay) {
    const said = wrong.pollingDay[because as keyof typeof wrong.pollingDay](day)
    return { path, wrong: said, remedy: rules.mendDay }
  }
  if (known)
    return {
      path,
      wrong: rules.unknown,
      remedy: known.length > 0 ? rules.oneOf(known.join(', ')) : rules.leaveOut,
    }
  if (/^events\.\w+$/.test(path)) return { path, wrong: rules.missing, remedy: wrong.eventMissing }
  if (path === 'french') return { path, wrong: rules.missing, remedy: wrong.frenchName }
  if (path === 'namedAssemblies') return { path, wrong: rules.doesNotFit, remedy: wrong.noDistricts }
  return { path, wrong: rules.doesNotFit, remedy: sentenceOfPath(path) ?? rules.askOrLeaveOut }
}

const names: Readonly<Record<string, string>> = {
  ...{ name: form.name, code: form.code, pollingDay: form.pollingDay, votingMode: form.votingMode },
  ...{ canton: form.canton, constituency: form.constituency, 'french.name': form.frenchName },
  ...{ newMunicipality: form.newMunicipality, rulesetId: texts.facts.kind },
}

/** What a field of the file is called on the form. */
export const nameInElection = (path: string): string => names[path] ?? path
