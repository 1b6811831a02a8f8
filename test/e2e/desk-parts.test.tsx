import { join } from 'node:path'
import { Hono } from 'hono'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Frame } from '../../src/desk/frame.tsx'
import { assetRoute } from '../../src/platform/http/assets.ts'
import * as parts from '../../src/platform/http/components/index.ts'
import { type Listening, listen } from '../../src/platform/http/listen.ts'
import { mount } from '../../src/platform/http/route.ts'
import { axeViolations, launchBrowser } from '../browser.ts'

/** Every part that pages are made of, on one sheet, as a browser shows them. */

const long = 'Maximiliaan-Alexander van den Broeck-Vanderstraeten de la Faille d’Huysse'
const choices = [
  { value: 'a', label: 'Verhuisd', hint: 'Volgens het bevolkingsregister' },
  { value: 'b', label: 'Overleden' },
]
const rows = Array.from({ length: 3 }, (_, place) => ({ number: 1000 + place, name: long, state: 'Bezorgd' }))

function Sheet() {
  return (
    <Frame title="Onderdelen" nonce={undefined} isPractice={true}>
      <parts.Breadcrumbs trail={[{ href: '/', text: 'Verkiezingen' }]} />
      <parts.Notice kind="success">De lijst is aanvaard.</parts.Notice>
      <parts.ErrorSummary errors={{ reason: 'Schrijf waarom.', list: 'Kies een bestand.' }} />
      <h1>Onderdelen</h1>
      <parts.SubNavigation
        label="Weergaven"
        current="/a"
        links={[
          { href: '/a', text: 'Alle kiezers' },
          { href: '/b', text: 'Niet bezorgd' },
        ]}
      />
      <parts.Figures
        figures={[
          { name: 'Kiezers', value: 196_412 },
          { name: 'Verzonden', value: 120_345, note: '61 %' },
          { name: 'Mislukt', value: 37 },
        ]}
      />
      <parts.Progress label="Verzonden: nog ongeveer 12 minuten" done={61} total={100} />
      <Fields />
      <parts.Table
        caption="Kiezers"
        empty={<p>Geen kiezers.</p>}
        rows={rows}
        columns={[
          { heading: 'Nr', cell: ({ number }) => number, isNumber: true },
          { heading: 'Naam', cell: ({ name }) => name, isRowHeading: true },
          { heading: 'Toestand', cell: ({ state }) => <parts.Tag colour="green">{state}</parts.Tag> },
          ...['Bureau', 'Kanaal', 'Laatste wijziging', 'Berichtnummer'].map((heading) => ({
            heading,
            cell: () => '23/09/2030 10:10',
          })),
        ]}
      />
      <parts.Pages next="?na=3" first="?" />
      <parts.Table caption="Leeg" rows={[]} columns={[]} empty={<p>Er zijn nog geen brieven.</p>} />
      <Texts />
    </Frame>
  )
}

function Fields() {
  return (
    <parts.Form csrf="x" upload>
      <parts.TextField name="name" label="Naam" hint="Zoals op de lijst" value={long} />
      <parts.TextArea name="reason" label="Reden" error="Schrijf waarom." />
      <parts.Radios name="ground" label="Waarom?" choices={choices} value="a" />
      <parts.Checkboxes name="which" label="Welke?" choices={choices} values={['b']} />
      <parts.Select name="section" label="Stemafdeling" choices={choices} />
      <parts.DateField name="day" label="Vanaf welke dag?" value={{ day: '10', month: '6', year: '2029' }} />
      <parts.FileField name="list" label="Kiezerslijst" hint="csv, txt of xlsx" error="Kies een bestand." />
      <parts.ButtonGroup>
        <parts.Button>Bewaren</parts.Button>
        <parts.Button kind="secondary">Voorbeeld</parts.Button>
        <parts.Button kind="warning">Vrijgeven</parts.Button>
        <parts.ButtonLink href="/">Naar de proef</parts.ButtonLink>
      </parts.ButtonGroup>
    </parts.Form>
  )
}

function Texts() {
  return (
    <>
      <h2>Feiten</h2>
      <parts.SummaryList
        facts={[
          { name: 'Naam', value: long },
          {
            name: 'Stemlocatie',
            value: 'Sporthal',
            action: { href: '/', text: 'Wijzig', about: 'de stemlocatie' },
          },
        ]}
      />
      <parts.TaskList
        id="taak"
        tasks={[
          { title: 'Lijst inladen', href: '/', status: { text: 'Gedaan' } },
          {
            title: 'Vrijgeven',
            hint: 'Door een tweede persoon',
            status: { text: 'Te doen', colour: 'blue' },
          },
        ]}
      />
      <parts.Warning>Wat vrijgegeven is, kan niet meer teruggehaald worden.</parts.Warning>
      <parts.Inset>De proef dekt alle 196.412 brieven.</parts.Inset>
      <parts.Details summary="Wat is een proef?">Een steekproef met de moeilijkste brieven.</parts.Details>
      <p>
        {(['blue', 'green', 'yellow', 'red', 'grey'] as const).map((colour) => (
          <parts.Tag colour={colour}>{colour}</parts.Tag>
        ))}
      </p>
      <parts.BackLink href="/" />
    </>
  )
}

let served: Listening
let browser: Browser

beforeAll(async () => {
  const web = new Hono()
  mount(web, [assetRoute])
  web.get('/', (context) => context.html(<Sheet />))
  served = await listen(web, { setting: 'PORT', port: 0, movable: true })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

test.each([320, 390, 1280])(
  'the parts fit a screen of %i points, and axe finds nothing wrong',
  async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    await page.goto(served.url)
    await page.evaluate('document.fonts.ready')
    expect(await page.evaluate('document.fonts.check("16px Atkinson Hyperlegible Next")')).toBe(true)
    expect(await axeViolations(page)).toEqual([])
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
    expect(overflow).toBeLessThanOrEqual(0)
    const small = await page.evaluate<string[]>(
      `[...document.querySelectorAll('main button, main a.govuk-button, main input:not([type=hidden])')]
      .filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML)`,
    )
    expect(small, 'a finger finds it (WCAG 2.5.8)').toEqual([])
    if (process.env.DESK_SHOTS)
      await page.screenshot({ path: join(process.env.DESK_SHOTS, `parts-${width}.png`), fullPage: true })
    await page.close()
  },
)
