import { expect, test } from 'vitest'
import { readDays, readOpening, readTime } from './hours.ts'

test.each([
  ['Monday-Friday', 'MO,TU,WE,TH,FR'],
  ['Monday - Sunday', 'MO,TU,WE,TH,FR,SA,SU'],
  ['Sunday-Saturday', 'MO,TU,WE,TH,FR,SA,SU'],
  ['Sunday - Monday', 'MO,SU'],
  ['Mon - Tue & Thur - Fri', 'MO,TU,TH,FR'],
  ['Monday, Wed-Fri', 'MO,WE,TH,FR'],
  ['Tuesday and Thursday', 'TU,TH'],
  ['Thursdays', 'TH'],
  ['lundi au vendredi', 'MO,TU,WE,TH,FR'],
  ['lundi - vendredi', 'MO,TU,WE,TH,FR'],
])('%s', (text, byday) => {
  expect(readDays(text)).toEqual({ freq: 'WEEKLY', byday })
})

test.each([
  ['Second Saturday', '2SA'],
  ['2nd & 4th Saturday', '2SA,4SA'],
  ['2nd and 4th Saturdays of every month', '2SA,4SA'],
  ['First, second, and fourth Tuesday of the month', '1TU,2TU,4TU'],
  ['Last Thursday of each month', '-1TH'],
])('%s comes once a month', (text, byday) => {
  expect(readDays(text)).toEqual({ freq: 'MONTHLY', byday })
})

test.each(['Every other Tuesday', 'Wendesday', 'November 1 - March 31', '9:00AM', '', 'Varies'])(
  '%s is not guessed at',
  (text) => {
    expect(readDays(text)).toBeUndefined()
  },
)

test.each([
  ['8:30AM', '08:30'],
  ['12:00am', '00:00'],
  ['12:15 PM', '12:15'],
  ['5:00pm', '17:00'],
  ['16:30', '16:30'],
  ['9h', '09:00'],
  ['13h30', '13:30'],
  ['9am', '09:00'],
  ['noon', '12:00'],
])('%s is %s', (text, time) => {
  expect(readTime(text)).toBe(time)
})

test.each(['750', '9', '25:00', '13:00pm', '8:60', 'Nights', '10:', ''])('"%s" is no time', (text) => {
  expect(readTime(text)).toBeUndefined()
})

const said = { days: '', opens: [], closes: [], note: '' }

test('what cannot be read is kept in its own words', () => {
  expect(readOpening({ ...said, days: 'Every other Tuesday', opens: ['9:00AM'], closes: ['Mornings'] })).toEqual({
    freq: null,
    byday: null,
    opensAt: '09:00',
    closesAt: null,
    description: 'Every other Tuesday, Mornings',
  })
  expect(readOpening({ ...said, days: 'Monday - Friday (closed 1-2pm)' })).toMatchObject({
    byday: 'MO,TU,WE,TH,FR',
    description: 'Monday - Friday (closed 1-2pm)',
  })
})

test('a readable column wins over an unreadable one', () => {
  expect(readOpening({ ...said, days: 'Saturday', opens: ['750', '12:30PM'], closes: ['855', '2:15PM'] })).toEqual({
    freq: 'WEEKLY',
    byday: 'SA',
    opensAt: '12:30',
    closesAt: '14:15',
    description: null,
  })
})

test('24 hours is a whole day', () => {
  expect(readOpening({ ...said, opens: ['24 Hours'] })).toMatchObject({
    opensAt: '00:00',
    closesAt: '23:59',
    description: '24 Hours',
  })
})

test('nothing said is nothing', () => {
  expect(readOpening(said)).toBeUndefined()
})
