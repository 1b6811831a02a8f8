import { defaultLookUpRules, listUnusualLookUps, type UnusualLookUp } from '../../oversight/index.ts'
import { type Column, Details, Pages, Table, Tag } from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import type { Desk } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { AuditViews } from './audit-views.tsx'
import { ruleText } from './rule-text.ts'
import { shortMoment } from './short-moment.ts'
import { texts } from './texts.nl.ts'

/** Look-ups that stood out: those about which nobody asked yet, or all of them; and by which rules. */
export async function showUnusual(desk: Desk) {
  const { req } = desk.context
  const isOpen = req.query('toon') !== 'alle'
  const before = Number(req.query('voor')) || undefined
  const { municipalityId } = desk.staff
  const { lookUps, next } = await listUnusualLookUps(desk.deps, { municipalityId, isOpen, before })
  const here = (more: object) =>
    withQuery(paths.unusualLookUps(), { toon: isOpen ? undefined : 'alle', ...more })
  const { title, lead, caption, captionAll, empty, emptyAll, showAll, showOpen, rules } = texts.unusual
  return showPage(
    desk,
    { title },
    <>
      <AuditViews current={paths.unusualLookUps()} />
      <p class="desk-lead">{lead}</p>
      <Table
        {...{ rows: lookUps, columns }}
        caption={isOpen ? caption : captionAll}
        empty={isOpen ? empty : emptyAll}
      />
      <Pages
        next={next === undefined ? undefined : here({ voor: next })}
        first={before ? here({}) : undefined}
      />
      <p>
        {isOpen ? (
          <a href={withQuery(paths.unusualLookUps(), { toon: 'alle' })}>{showAll}</a>
        ) : (
          <a href={paths.unusualLookUps()}>{showOpen}</a>
        )}
      </p>
      <Details summary={rules.title}>
        <ul>
          {rules.lines(defaultLookUpRules).map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <p>{rules.note}</p>
      </Details>
    </>,
  )
}

const columns: readonly Column<UnusualLookUp>[] = [
  {
    heading: texts.columns.when,
    cell: ({ eventId, at }) => (
      <a href={paths.unusualLookUp({ lookUp: eventId })}>
        <span class="govuk-visually-hidden">{`${texts.unusual.look} `}</span>
        <time datetime={at.toISOString()}>{shortMoment(at)}</time>
      </a>
    ),
  },
  { heading: texts.columns.who, cell: ({ name, actor }) => name ?? texts.actor(actor), isRowHeading: true },
  { heading: texts.columns.why, cell: ruleText },
  {
    heading: texts.columns.state,
    cell: ({ examined }) =>
      examined ? (
        `${texts.unusual.examinedBy(examined.by, shortMoment(examined.at))} ${examined.conclusion}`
      ) : (
        <Tag colour="yellow">{texts.unusual.open}</Tag>
      ),
  },
]
