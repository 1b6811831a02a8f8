import { expect, test } from 'vitest'
import { directionsTo } from './directions.ts'

const hall = {
  name: 'Sporthal De Linde & Zoon',
  addressLines: ['Lindestraat 4 bus 2', '9999 Zonnedorp'],
  coordinates: { latitude: 51.0543, longitude: 3.7174 },
}
const { coordinates: _, ...unplaced } = hall
const agents = {
  iphone: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148',
  android: 'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 Chrome/140.0 Mobile',
  desktop: 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 Chrome/140.0',
}

const asked = (href: string) => Object.fromEntries(new URL(href).searchParams)

test('a telephone is sent to its own maps, on foot, by bicycle and by public transport', () => {
  const apple = directionsTo(hall, agents.iphone)
  expect(apple.ways.map(({ href }) => new URL(href).origin)).toEqual(Array(3).fill('https://maps.apple.com'))
  expect(apple.ways.map(({ href }) => asked(href).mode)).toEqual(['walking', 'cycling', 'transit'])
  expect(apple.anyApp).toBeUndefined()
  const android = directionsTo(hall, agents.android)
  expect(android.ways.map(({ href }) => asked(href).travelmode)).toEqual(['walking', 'bicycling', 'transit'])
  expect(android.anyApp).toBe('geo:51.0543,3.7174?q=51.0543%2C3.7174(Sporthal%20De%20Linde%20%26%20Zoon)')
})

test('a computer has no app to open, and gets pages', () => {
  const { ways, anyApp } = directionsTo(hall, agents.desktop)
  expect(ways.map(({ href }) => asked(href).destination)).toEqual(Array(3).fill('51.0543,3.7174'))
  expect(anyApp).toBeUndefined()
})

test('a place without coordinates is looked for by its name and address', () => {
  for (const agent of [agents.iphone, agents.desktop, ''])
    for (const { href } of directionsTo(unplaced, agent).ways)
      expect(asked(href).destination).toBe('Sporthal De Linde & Zoon, Lindestraat 4 bus 2, 9999 Zonnedorp')
  expect(directionsTo(unplaced, agents.android).anyApp).toMatch(/^geo:0,0\?q=Sporthal/)
})

test('from where somebody comes is in no link', () => {
  for (const agent of Object.values(agents))
    for (const { href } of directionsTo(hall, agent).ways)
      expect(Object.keys(asked(href)).filter((name) => /source|origin|saddr/.test(name))).toEqual([])
})
