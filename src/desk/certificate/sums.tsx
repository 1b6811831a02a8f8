import { digitalExceptions, type Fault, type Reconciled, total } from '../../letters/index.ts'
import { countText, Table, Tag } from '../../platform/http/components/index.ts'
import { texts } from './texts.nl.ts'

interface Row {
  readonly name: string
  readonly count: number
}

/** Does everybody have one letter? In words, as two sums, and with who is missing or double. */
export function Sums({ reconciled: { reconciliation, balanced, faults } }: { reconciled: Reconciled }) {
  const { list, digital, paper, policy } = reconciliation
  const isPaperForAll = policy === 'paper-for-all'
  const waiting = total(digital.waiting)
  const isRight = balanced && waiting === 0
  return (
    <>
      <p>
        <Tag colour={isRight ? 'green' : balanced ? 'blue' : 'yellow'}>
          {isRight ? texts.right : balanced ? texts.waiting : texts.wrong}
        </Tag>
      </p>
      <p class="desk-lead">
        {isRight
          ? texts.rightText(countText(list.voters), isPaperForAll ? undefined : countText(paper.voters))
          : balanced
            ? texts.waitingText(waiting)
            : texts.wrongText}
      </p>
      {!balanced && <Faults reconciliation={reconciliation} named={faults} />}
      <div class="column-pair">
        <Sum
          title={texts.digital}
          rows={[
            { name: texts.rows.voters, count: digital.voters },
            { name: texts.rows.delivered, count: digital.delivered },
            { name: texts.rows.inactive, count: digital.inactive },
            { name: texts.rows.unreachable, count: total(digital.unreachable) },
            { name: texts.rows.refused, count: total(digital.refused) },
            { name: texts.rows.unconfirmed, count: total(digital.unconfirmed) },
            { name: texts.rows.waiting, count: waiting },
          ]}
          voters={digital.voters}
          whom={texts.whom.voters}
          says={[digital.delivered, digital.inactive, total(digital.unreachable), digitalExceptions(digital)]}
        />
        <Sum
          title={texts.paper}
          rows={[
            { name: texts.rows.paperVoters, count: paper.voters },
            { name: texts.rows.printed, count: paper.printed },
            { name: texts.rows.exceptions, count: total(paper.exceptions) },
          ]}
          voters={paper.voters}
          whom={isPaperForAll ? texts.whom.voters : texts.whom.onPaper}
          says={[paper.printed, total(paper.exceptions)]}
        />
      </div>
    </>
  )
}

interface SumProps {
  readonly title: string
  readonly rows: readonly Row[]
  /** Whom the sum is about, and how many they are by the voters list. */
  readonly voters: number
  readonly whom: string
  readonly says: readonly number[]
}

function Sum({ title, rows, voters, whom, says }: SumProps) {
  const sum = says.reduce((one, other) => one + other, 0)
  return (
    <section>
      <h2>{title}</h2>
      <Table
        caption={title}
        hideCaption
        rows={rows}
        empty=""
        columns={[
          { heading: texts.rows.what, isRowHeading: true, cell: ({ name }) => name },
          { heading: texts.rows.count, isNumber: true, cell: ({ count }) => countText(count) },
        ]}
      />
      <p>{texts.sumOf(`${says.map(countText).join(' + ')} = ${countText(sum)}`, { sum, voters, whom })}</p>
    </section>
  )
}

function Faults({
  reconciliation,
  named,
}: {
  reconciliation: Reconciled['reconciliation']
  named: readonly Fault[]
}) {
  return (
    <Table
      caption={texts.faults}
      rows={reconciliation.faults}
      empty={texts.noFaults}
      columns={[
        { heading: texts.faultHead.why, isRowHeading: true, cell: ({ why }) => texts.fault[why] },
        { heading: texts.faultHead.channel, cell: ({ channel }) => texts.channels[channel] },
        { heading: texts.faultHead.count, isNumber: true, cell: ({ count }) => countText(count) },
        {
          heading: texts.faultHead.named,
          cell: ({ why, channel }) =>
            named
              .filter((fault) => fault.why === why && fault.channel === channel)
              .slice(0, 10)
              .map(({ listNumber }) => listNumber)
              .join(', '),
        },
      ]}
    />
  )
}
