import { posix } from 'node:path'
import { CsvFault } from '../csv/csv-fault.ts'
import { isDateFormat } from './cell-text.ts'
import { type Attributes, readXml } from './read-xml.ts'
import { readSharedStrings, type SharedStrings } from './shared-strings.ts'
import { openParts, type WorkbookParts } from './workbook-parts.ts'

export interface Sheet {
  readonly name: string
  readonly isHidden: boolean
  /** Its file inside the workbook. */
  readonly part: string
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** Days count from 1904 on. */
  readonly is1904: boolean
  /** Styles of cells, by number, that show a date. */
  readonly dateStyles: ReadonlySet<number>
  readonly sharedStrings: SharedStrings
  readonly parts: WorkbookParts
}

/** Opens a workbook that lies in memory as it was packed. Throws a `CsvFault` when it is none, or damaged. */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const parts = await openParts(bytes)
  const [root] = (await relationsOf(parts, '')).filter(({ type }) => type === 'officeDocument')
  if (!root) throw new CsvFault('not-a-workbook', 'it is a document of another kind')
  const relations = await relationsOf(parts, root.target)
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.target
  const strings = partOf('sharedStrings')
  const styles = partOf('styles')
  return {
    ...(await readWorkbook(parts, root.target, relations)),
    dateStyles: styles ? await readDateStyles(parts, styles) : new Set(),
    sharedStrings: await readSharedStrings(strings ?? '', strings ? parts.read(strings) : nothing()),
    parts,
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** What a part refers to, by the short name of the kind. */
async function relationsOf(parts: WorkbookParts, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const relations: Relation[] = []
  await openedIn(parts, file, {
    Relationship({ Id: id = '', Type: type = '', Target: target = '' }) {
      const inside = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: inside })
    },
  })
  return relations
}

async function readWorkbook(parts: WorkbookParts, part: string, relations: readonly Relation[]) {
  const sheets: Sheet[] = []
  let is1904 = false
  await openedIn(parts, part, {
    workbookPr({ date1904 = '' }) {
      is1904 = ['1', 'true'].includes(date1904)
    },
    sheet({ name = '', state = 'visible', id }) {
      const relation = relations.find((one) => one.id === id)
      if (relation?.type === 'worksheet')
        sheets.push({ name, isHidden: state !== 'visible', part: relation.target })
    },
  })
  if (sheets.length === 0) throw new CsvFault('not-a-workbook', 'it has no sheet with cells')
  return { sheets, is1904 }
}

async function readDateStyles(parts: WorkbookParts, part: string): Promise<ReadonlySet<number>> {
  const codes = new Map<number, string>()
  const styles = new Set<number>()
  let isOfCells = false
  let count = 0
  await openedIn(parts, part, {
    numFmt: ({ numFmtId, formatCode }) => codes.set(Number(numFmtId), formatCode ?? ''),
    cellStyleXfs: () => {
      isOfCells = false
    },
    cellXfs: () => {
      isOfCells = true
    },
    cellStyles: () => {
      isOfCells = false
    },
    xf({ numFmtId }) {
      if (!isOfCells) return
      if (isDateFormat(Number(numFmtId), codes.get(Number(numFmtId)))) styles.add(count)
      count++
    },
  })
  return styles
}

/** Tells of the tags of a small file that are asked for. */
async function openedIn(
  parts: WorkbookParts,
  part: string,
  tags: Readonly<Record<string, (attributes: Attributes) => void>>,
): Promise<void> {
  await readXml(part, parts.read(part), {
    opened: (name, attributes) => {
      if (Object.hasOwn(tags, name)) tags[name]!(attributes)
    },
    closed() {},
    text() {},
  })
}
