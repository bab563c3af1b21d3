import { expect, test } from 'vitest'
import { distanceBetween, rankOffers, takesStatus, type Offer, type Seeker } from './rank.ts'

const anOffer = (part: Partial<Offer>): Offer => ({
  serviceId: 'a',
  needIds: ['home'],
  region: '06',
  allRegions: false,
  lat: 45.5,
  lon: -73.6,
  languages: ['fr'],
  statuses: [],
  confirmedOn: null,
  ...part,
})
const seeker: Seeker = { status: 'asylum_claimant', region: '06', lat: 45.51, lon: -73.57, language: 'ar' }
const rule = (accepts: boolean, source: string | null) => [
  { status: 'asylum_claimant', accepts, source, asOf: '2026-11-23' },
]

test('a sourced no keeps a service away; a no that nobody can source is a question', () => {
  expect(takesStatus(anOffer({ statuses: rule(false, 'quebec.ca') }), 'asylum_claimant')).toBe('no')
  expect(takesStatus(anOffer({ statuses: rule(false, null) }), 'asylum_claimant')).toBe('unknown')
  expect(takesStatus(anOffer({}), undefined)).toBe('unknown')
  expect(rankOffers([anOffer({ statuses: rule(false, 'quebec.ca') })], seeker)).toEqual([])
})

test('who takes the person comes before who speaks the language, and near before far', () => {
  const takes = anOffer({ serviceId: 'takes', statuses: rule(true, 'x') })
  const speaks = anOffer({ serviceId: 'speaks', languages: ['ar'] })
  const far = anOffer({ serviceId: 'far', lat: 48.4, lon: -71.1, region: '02' })
  expect(rankOffers([far, speaks, takes], seeker).map((fit) => fit.offer.serviceId)).toEqual(['takes', 'speaks', 'far'])
})

test('Montréal to Québec is about 300 km by road', () => {
  expect(distanceBetween({ lat: 45.5, lon: -73.57 }, { lat: 46.81, lon: -71.21 })).toBeCloseTo(303, -1)
  expect(distanceBetween({ lat: null, lon: null }, { lat: 46.81, lon: -71.21 })).toBeNull()
})
