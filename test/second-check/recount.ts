import { isDeepStrictEqual } from 'node:util'
import type { Certified, CertifiedLeaf } from './certificate-files.ts'
import type { List } from './list-and-print.ts'

/** Every count of the certificate, counted again from the leaves; voters by section from the list. */
export function recountDifferences(
  certified: Certified,
  leaves: readonly CertifiedLeaf[],
  list: List,
): string[] {
  const { paper, sections } = certified
  const { policy, printFiles: _, ...onPaper } = paper
  const voters = Map.groupBy([...list.values()], ({ section }) => section)
  const bySection = Map.groupBy(leaves, ({ section }) => section)
  const whole = compared('the whole', { digital: certified.digital, paper: onPaper }, sumsOf(leaves, policy))
  const parts = sections.flatMap(
    ({ section, digital, paper: printed, list: { voters: certifiedVoters } }) => {
      const where = `section ${section}`
      const there = voters.get(section)?.length ?? 0
      return [
        ...compared(where, { digital, paper: printed }, sumsOf(bySection.get(section) ?? [], policy)),
        ...(there === certifiedVoters
          ? []
          : [`${where}: ${there} voters on the list, ${certifiedVoters} certified`]),
      ]
    },
  )
  const missing = [...voters.keys()].filter((section) => !sections.some((one) => one.section === section))
  const versions = counted(leaves.map(({ version }) => String(version)))
  return [
    ...whole,
    ...parts,
    ...missing.map((section) => `section ${section}: not in the certificate`),
    ...(isDeepStrictEqual(versions, certified.letters.versions)
      ? []
      : ['versions: other counts than the leaves']),
  ]
}

function compared(where: string, said: object, found: object): string[] {
  return Object.entries(found).flatMap(([channel, sums]) =>
    isDeepStrictEqual((said as Record<string, unknown>)[channel], sums)
      ? []
      : [`${where}: the leaves give ${channel} ${JSON.stringify(sums)}, not what is certified`],
  )
}

function sumsOf(leaves: readonly CertifiedLeaf[], policy: string) {
  const reasonsOf = (outcome: string) =>
    counted(
      leaves
        .filter(({ digital }) => digital === outcome)
        .map(({ digitalReason }) => digitalReason ?? outcome),
    )
  const count = (holds: (leaf: CertifiedLeaf) => boolean) => leaves.filter(holds).length
  const isDue = ({ digital }: CertifiedLeaf) => policy === 'paper-for-all' || digital !== 'delivered'
  return {
    digital: {
      voters: leaves.length,
      delivered: count(({ digital }) => digital === 'delivered'),
      inactive: count(({ digital }) => digital === 'inactive'),
      unreachable: reasonsOf('unreachable'),
      refused: reasonsOf('refused'),
      unconfirmed: reasonsOf('unconfirmed'),
    },
    paper: {
      voters: count(isDue),
      printed: count(({ paper }) => paper === 'printed'),
      exceptions: counted(
        leaves
          .filter(({ paper }) => paper === 'exception')
          .map(({ paperReason }) => paperReason ?? 'exception'),
      ),
    },
  }
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
