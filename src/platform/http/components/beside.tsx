import type { Child } from 'hono/jsx'

/** A form, and beside it what it makes: under each other where there is no room, the form first. */
export function Beside({ form, result }: { form: Child; result: Child }) {
  return (
    <div class="beside">
      <div>{form}</div>
      <div>{result}</div>
    </div>
  )
}
