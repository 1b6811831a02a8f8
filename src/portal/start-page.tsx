import type { Context } from 'hono'
import { Page } from '../platform/http/page.tsx'

export function startPage(context: Context) {
  return context.html(
    <Page title="Digitale kiesbrief">
      <p>Met Kiesloket stuurt je gemeente je kiesbrief ook digitaal: naar je e-Box.</p>
      <p class="note">
        De digitale brief komt naast de brief op papier. Je vindt hem in je e-Box of in Mijn Burgerprofiel.
      </p>
      <h2>Vragen?</h2>
      <p>Neem contact op met je gemeente. De gegevens staan op je brief.</p>
    </Page>,
  )
}
