import type { Context } from 'hono'
import { Page } from '../platform/http/page.tsx'

/**
 * Where the QR code of a letter leads. The signed statement stands in the fragment of the address, which the
 * browser keeps to itself: this page gets no data and shows none.
 */
export function letterPage(context: Context) {
  return context.html(
    <Page title="Je hebt de code op een kiesbrief gescand">
      <p>De code zegt van welke gemeente de brief komt. Er staan geen gegevens over jou in.</p>
      <h2>Twijfel je of de brief echt is?</h2>
      <ul>
        <li>Een echte kiesbrief vraagt nooit om geld, een pincode of een wachtwoord.</li>
        <li>Kijk of dezelfde brief in je e-Box of in Mijn Burgerprofiel staat.</li>
        <li>Bel je gemeente. Zoek het nummer zelf op, gebruik niet het nummer op de brief.</li>
      </ul>
      <h2>Geen brief bij de hand?</h2>
      <p class="note">
        Ga toch stemmen, met je identiteitskaart. Het stembureau kan je toelaten als je op de kiezerslijst
        staat.
      </p>
    </Page>,
  )
}
