import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { type Reconciliation, reconcile, type Tally } from '../reconciling/reconciliation.ts'
import type { Certificate } from './certificate.ts'
import { type Leaf, parseLeaf } from './leaf.ts'
import { createMerkleTree } from './merkle-tree.ts'

/** What the leaves say by themselves, without the certificate. */
export interface Recount {
  readonly sha256: string
  readonly root: string
  readonly count: number
  readonly versions: Readonly<Record<string, number>>
  readonly digital: Reconciliation['digital']
  readonly paper: Reconciliation['paper']
  readonly sections: Reconciliation['sections']
  /** Lines that are no leaf, or that break the order and so could hide a voter who stands there twice. */
  readonly faultyLines: readonly string[]
  /** Lines with a receipt that an earlier line has: it can't prove two letters. */
  readonly repeatedReceipts: readonly string[]
}

const mostFaults = 5

/** Reads the leaves file line by line and counts again what the certificate counts. Of a line only its receipt is remembered. */
export async function recountLeaves(path: string, policy: Certificate['paper']['policy']): Promise<Recount> {
  const hash = createHash('sha256')
  const tree = createMerkleTree()
  const tallies = createTallies()
  const receipts = createReceipts()
  const faultyLines: string[] = []
  let before = ''
  const bytes = (await open(path)).createReadStream()
  bytes.on('data', (chunk) => hash.update(chunk))
  for await (const line of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })) {
    tree.add(line)
    const leaf = parseLeaf(line)
    const fault = leaf ? orderFault(before, leaf.voter) : 'is not a leaf'
    if (fault && faultyLines.length < mostFaults) faultyLines.push(`line ${tree.size} ${fault}`)
    if (!leaf) continue
    tallies.add(leaf)
    receipts.add(leaf.receipt, tree.size)
    before = leaf.voter
  }
  return {
    sha256: hash.digest('hex'),
    root: tree.root().toString('hex'),
    count: tree.size,
    ...tallies.sums(policy),
    faultyLines,
    repeatedReceipts: receipts.repeated,
  }
}

function createReceipts() {
  const seen = new Set<string>()
  const repeated: string[] = []
  return {
    repeated,
    add(receipt: string | undefined, line: number) {
      if (receipt === undefined) return
      if (!seen.has(receipt)) seen.add(receipt)
      else if (repeated.length < mostFaults) repeated.push(`line ${line} has the receipt of an earlier line`)
    },
  }
}

/** In rising order nobody can stand twice. */
function orderFault(before: string, voter: string): string | undefined {
  if (voter > before) return undefined
  return voter === before ? 'has the voter of the line before it' : 'is not in order'
}

function createTallies() {
  const digital = new Map<string, Counting<Leaf['digital']>>()
  const paper = new Map<string, Counting<'printed' | 'exception'>>()
  const sections = new Map<number, number>()
  const versions: Record<string, number> = {}
  return {
    add(leaf: Leaf) {
      sections.set(leaf.section, (sections.get(leaf.section) ?? 0) + 1)
      versions[leaf.version] = (versions[leaf.version] ?? 0) + 1
      addTo(digital, leaf.section, leaf.digital, leaf.digitalReason)
      if (leaf.paper !== 'not-due') addTo(paper, leaf.section, leaf.paper, leaf.paperReason)
    },
    sums(policy: Certificate['paper']['policy']) {
      const list = [...sections].map(([section, voters]) => ({
        section,
        frozen: voters,
        added: 0,
        struck: 0,
        voters,
      }))
      const frozen = list.reduce((sum, each) => sum + each.voters, 0)
      const counted = {
        policy,
        frozen,
        list,
        digital: [...digital.values()],
        paper: [...paper.values()],
        faults: [],
      }
      const { digital: digitalSum, paper: paperSum, sections: sums } = reconcile(counted)
      return { versions, digital: digitalSum, paper: paperSum, sections: sums }
    },
  }
}

type Counting<Outcome extends string> = { -readonly [Field in keyof Tally<Outcome>]: Tally<Outcome>[Field] }

function addTo<Outcome extends string>(
  tallies: Map<string, Counting<Outcome>>,
  section: number,
  outcome: Outcome,
  reason = '',
): void {
  const key = `${section} ${outcome} ${reason}`
  const tally = tallies.get(key)
  if (tally) tally.count++
  else tallies.set(key, { section, outcome, reason, count: 1 })
}
