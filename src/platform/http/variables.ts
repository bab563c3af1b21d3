import type { Context } from 'hono'
import type { Env } from './env.ts'

/** Hono copies all of a request's variables at every look at `c.var`, and views look often: here they stand in one object. */
export function standingVariables(c: Context<Env>): void {
  const variables = {}
  const set = c.set.bind(c)
  Reflect.defineProperty(c, 'var', { value: variables })
  Reflect.set(c, 'set', (name: keyof Env['Variables'], value: Env['Variables'][typeof name]) => {
    set(name, value)
    Reflect.set(variables, name, value)
  })
}
