// The first wall: every route says who may enter, before anything else is done.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'
import { routesOf, type Route } from './routes.ts'

let world: World
let routes: Route[]
beforeAll(async () => {
  world = await openWorld({ demo: true })
  routes = routesOf(world)
})
afterAll(() => world.end())

test('there are routes to look at', () => {
  expect(routes.length).toBeGreaterThan(50)
})

test('every route declares once who may enter', () => {
  expect(routes.filter(({ declared }) => declared.filter(Boolean).length !== 1).map(nameOf)).toEqual([])
})

test('the declaration stands before every other handler', () => {
  expect(routes.filter(({ declared }) => declared[0] === undefined).map(nameOf)).toEqual([])
})

test('routes are for reading or for sending a form', () => {
  expect(routes.filter(({ method }) => method !== 'GET' && method !== 'POST').map(nameOf)).toEqual([])
})

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`
}
