import { entriesOf } from '#features/access/index.ts'
import type { World } from '../support/world.ts'

/** One address with its method, and what each of its handlers declares about who may enter. */
export type Route = { method: string; path: string; declared: ReturnType<typeof entriesOf>[] }

/** Every route of the application; what `app.use` puts before them answers to all methods and is none. */
export function routesOf({ app }: Pick<World, 'app'>): Route[] {
  const routes = new Map<string, Route>()
  for (const { method, path, handler } of app.routes.filter((each) => each.method !== 'ALL')) {
    const route = routes.get(`${method} ${path}`) ?? { method, path, declared: [] }
    route.declared.push(entriesOf(handler))
    routes.set(`${method} ${path}`, route)
  }
  return [...routes.values()]
}

/** Whether a page belongs to someone: it needs a session, or it is the door of one token. */
export function isPersonal({ path, declared }: Route): boolean {
  return path.includes(':token') || declared.some((entries) => entries?.some((entry) => entry !== 'nobody'))
}

const madeUp: Record<string, string> = { language: 'fr', token: 'dG9rZW4tdGhhdC1uby1vbmUtaGFz', question: 'urgent_now' }
const unknownId = '00000000-0000-4000-8000-000000000000'

/** An address of this route, with parameters that no one was ever given. */
export function addressOf({ path }: Pick<Route, 'path'>, given: Record<string, string> = {}): string {
  return path
    .replace(/:([a-z]+)(\{[^/]*\})?/gi, (_, name: string) => given[name] ?? madeUp[name] ?? unknownId)
    .replace('*', 'nowhere')
}
