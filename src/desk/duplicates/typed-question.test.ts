import { expect, test } from 'vitest'
import { isCode, typedQuestion } from './typed-question.ts'

const nothing = { birthDate: undefined, street: '' }

test.each([
  ['412', { listNumber: 412 }],
  ['12 345', { listNumber: 12345 }],
  ['80.73.12-123.45', { nationalNumber: '80.73.12-123.45' }],
  ['80731212345', { nationalNumber: '80731212345' }],
  ['123456789', { nationalNumber: '123456789' }],
  ['Peeters Lotte', { ...nothing, name: 'Peeters Lotte' }],
  ['Peeters 3/4/1980', { ...nothing, name: 'Peeters', birthDate: '1980-04-03' }],
  ['Peeters 31.02.1980', { ...nothing, name: 'Peeters', birthDate: '1980-02-31' }],
  ['03-04-1980', { ...nothing, name: '', birthDate: '1980-04-03' }],
  [
    'Peeters, Lange Leemstraat 12b',
    { birthDate: undefined, name: 'Peeters', street: 'Lange Leemstraat', houseNumber: '12b' },
  ],
  [', Plein 1940', { birthDate: undefined, name: '', street: 'Plein', houseNumber: '1940' }],
  ['Peeters, Kerkstraat', { ...nothing, name: 'Peeters', street: 'Kerkstraat' }],
  ['', { ...nothing, name: '' }],
])('%j is asked as %j', (typed, question) => {
  expect(typedQuestion(typed)).toEqual(question)
})

test.each([
  ['https://kiesloket.example/k#0oRDoQEnoQRB', true],
  ['HTTP://localhost:3000/k#x', true],
  ['Peeters, Kerkstraat 12', false],
  ['http een twee', false],
])('%j is what a scanner typed: %j', (typed, isOne) => {
  expect(isCode(typed)).toBe(isOne)
})
