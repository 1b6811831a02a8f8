/** The colours that the pages of a municipality have of their own, as `#rrggbb` in lower case. */
export interface Theme {
  /** Of links and buttons, and of what shows where one is. */
  readonly colour: string
  /** The line under the name. Nothing is read from it, so it has no bounds. */
  readonly line: string
}

/** Those of Flanders, for who says nothing else. */
export const flanders: Theme = { colour: '#0055cc', line: '#ffe615' }

/** What the colour of a theme is read on, and white is read on it as well. A test holds these against the style sheets. */
export const surfaces = ['#ffffff', '#f3f6fb', '#fdf1f0'] as const

/** For text, at level AA of WCAG 2.2 (1.4.3). Lines and edges ask for less (1.4.11). */
export const leastContrast = 4.5

/** From 1 to 21, as WCAG 2.2 defines it. Both colours as `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The contrast on the surface on which a colour reads worst. */
export function contrastOnPages(colour: string): number {
  return Math.min(...surfaces.map((surface) => contrast(colour, surface)))
}

export function isReadable(colour: string): boolean {
  return contrastOnPages(colour) >= leastContrast
}

/** The lightest shade of a colour that can be read on every surface; itself when it can be. */
export function nearestReadable(colour: string): string {
  for (let share = 100; share > 0; share--) {
    const shade = shadeOf(colour, share / 100)
    if (isReadable(shade)) return shade
  }
  return '#000000'
}

/** What a citizen's page has in the dark under what is read. A test holds these against the style sheets. */
export const darkSurfaces = ['#15191e', '#20262d'] as const

/** The darkest tint of a colour that can be read on every surface in the dark; itself when it can be. There is one for every colour. */
export function nearestReadableInTheDark(colour: string): string {
  for (let share = 0; share < 100; share++) {
    const tint = tintOf(colour, share / 100)
    if (darkSurfaces.every((surface) => contrast(tint, surface) >= leastContrast)) return tint
  }
  return '#ffffff'
}

/** The same colour under the pointer, in the dark: lighter, so that it reads at least as well. */
export function strongInTheDark(colour: string): string {
  return tintOf(colour, 0.4)
}

/** The same colour under the pointer: darker, so that it reads at least as well. */
export function strongOf(colour: string): string {
  return shadeOf(colour, 0.68)
}

function shadeOf(colour: string, share: number): string {
  return fromChannels(channels(colour).map((channel) => channel * share))
}

function tintOf(colour: string, share: number): string {
  return fromChannels(channels(colour).map((channel) => channel + (255 - channel) * share))
}

function fromChannels(values: readonly number[]): string {
  return `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance (WCAG 2.2), from 0 to 1. */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
