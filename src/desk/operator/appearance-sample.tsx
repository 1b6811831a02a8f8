import { armsAddress, keepForm, lookAtForm, type MunicipalitySettings } from '../../municipalities/index.ts'
import { ButtonLink, Table } from '../../platform/http/components/index.ts'
import { contrast, flanders, leastContrast, surfaces } from '../../platform/theme.ts'
import { Arms } from '../frame.tsx'
import { paths } from '../paths.ts'
import { texts } from './texts.nl.ts'
import { type MunicipalityDesk, placeOf } from './with-municipality.ts'

const { sample } = texts.appearance

/** A piece of a page in the colours of this one, and how well they read. */
export function LookSample({ settings, arms }: { settings: MunicipalitySettings; arms: string | undefined }) {
  const colour = settings.theme?.colour ?? flanders.colour
  return (
    <>
      <div class="look-sample">
        <div class="desk-header">
          <Arms address={arms} />
          <strong>{settings.name}</strong>
        </div>
        <div>
          <p>
            {sample.text} <a href={`#${sampleId}`}>{sample.link}</a>
          </p>
          <ButtonLink href={`#${sampleId}`}>{sample.button}</ButtonLink>
        </div>
      </div>
      <div id={sampleId}>
        <Table
          caption={sample.contrast(decimal(leastContrast))}
          empty=""
          rows={surfaces.map((surface) => ({ surface, has: contrast(colour, surface) }))}
          columns={[
            { heading: sample.on, cell: ({ surface }) => sample.surfaces[surface], isRowHeading: true },
            { heading: sample.has, cell: ({ has }) => decimal(Math.floor(has * 100) / 100), isNumber: true },
          ]}
        />
      </div>
    </>
  )
}

const sampleId = 'contrast'

function decimal(number: number): string {
  return number.toString().replace('.', ',')
}

/** Where the page finds these arms: as they are served to everybody, or as they were typed, kept for an hour. */
export async function armsOnPage(desk: MunicipalityDesk, settings: MunicipalitySettings) {
  const { arms } = settings
  if (arms === undefined || arms === desk.about.current.document.arms) return armsAddress(settings)
  const { municipalityId, staffId } = desk.staff
  const kept = await keepForm(desk.deps, { municipalityId, staffId, fields: { arms: [arms] } })
  return paths.typedArms({ ...placeOf(desk), typed: kept })
}

/** Arms that are looked at before they are saved, by who uploaded them and nobody else. They passed the check of the file. */
export async function sendTypedArms({ deps, staff, context }: MunicipalityDesk) {
  const { municipalityId, staffId } = staff
  const keptId = context.req.param('typed') ?? ''
  const fields = await lookAtForm(deps, { municipalityId, staffId, keptId })
  const arms = fields?.arms?.[0]
  if (arms === undefined) return context.notFound()
  return context.body(arms, 200, {
    'Content-Type': 'image/svg+xml; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
  })
}
