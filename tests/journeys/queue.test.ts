// An agent's day: what was said to be urgent stands before what is merely due sooner.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aNewcomer, anAgent, samira } from '../support/people.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

test('who said a need that cannot wait comes first, though promised later', async () => {
  const calm = { ...samira, urgent_now: ['none'] }
  await aNewcomer(world, { language: 'fr', email: 'calm@personne.example.org', firstName: 'Calme', answers: calm })
  world.setNow('2026-11-25T15:00:00Z')
  const pressed = { ...samira, urgent_now: ['no_roof'] }
  await aNewcomer(world, { language: 'fr', email: 'roof@personne.example.org', firstName: 'Pressée', answers: pressed })
  const agent = await anAgent(world)
  const names = [...agent.page.html.matchAll(/files\/[0-9a-f-]{36}"><bdi>([^<]*)/g)].map(([, name]) => name)
  expect(names).toEqual(['Pressée', 'Calme'])
})
