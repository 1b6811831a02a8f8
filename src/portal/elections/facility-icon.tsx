import { raw } from 'hono/html'

/** Lines on a square of 24, drawn for these pages. */
const drawings = {
  wheelchair: '<circle cx="9" cy="3.5" r="1.5"/><path d="M9 7v6h6l3 6h2M6 11a5.5 5.5 0 1 0 7 7"/>',
  steps: '<path d="M2 21h5v-5h5v-5h5V6h5"/>',
  lift: '<path d="M4 2h16v20H4zM8.5 10 12 6l3.5 4M8.5 14l3.5 4 3.5-4"/>',
  toilet: '<path d="M5 3h5v9H5zM5 12h14a6 6 0 0 1-6 6H9v3h6"/>',
  parking: '<path d="M3 3h18v18H3zM9 18V7h4a3.25 3.25 0 0 1 0 6.5H9"/>',
  ear: '<path d="M6 10a6 6 0 0 1 12 0c0 4.5-5 5-5 8a3 3 0 0 1-6 0M9.5 10a2.5 2.5 0 0 1 5 0c0 1.5-1.5 2-2 3"/>',
  tick: '<path d="m4 13 5 5L20 6"/>',
} as const
type Drawing = keyof typeof drawings

/** What a place offers is in the words of the municipality: those that say what has a drawing. */
const said: readonly (readonly [RegExp, Drawing])[] = [
  [/toilet|\bwc\b/i, 'toilet'],
  [/parking|parkeer/i, 'parking'],
  [/ringleiding|slechthorend/i, 'ear'],
  [/\blift\b/i, 'lift'],
  [/rolstoel|helling|hellend/i, 'wheelchair'],
]

/** The drawing for a facility; what has none gets a tick, so that the words stay below each other. */
export function drawingFor(facility: string): Drawing {
  return said.find(([words]) => words.test(facility))?.[1] ?? 'tick'
}

/** Beside words that say the same: for who sees, and nothing for who listens. */
export function FacilityIcon({ drawing }: { drawing: Drawing }) {
  return (
    <svg
      class="portal-icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      aria-hidden="true"
    >
      {raw(drawings[drawing])}
    </svg>
  )
}
