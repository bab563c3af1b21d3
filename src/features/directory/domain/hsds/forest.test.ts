import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newForest } from './forest.ts'

test('a self, a pair and a long circle are each cut once, where they would close', () => {
  const place = newForest()
  expect(place('self', 'self')).toBe(false)
  expect([place('a', 'b'), place('b', 'a')]).toEqual([true, false])
  const long = Array.from({ length: 100_000 }, (_none, at) => String(at))
  const placed = long.map((each, at) => place(each, long[(at + 1) % long.length] ?? ''))
  expect(placed.indexOf(false)).toBe(long.length - 1)
})

test('nobody is their own ancestor, whatever is told, and only circles are cut', () => {
  const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(names, names), { selector: ([child]) => child }), (pairs) => {
      const place = newForest()
      const above = new Map<string, string>()
      const ancestors = (start: string) => {
        const found: string[] = []
        for (let at = above.get(start); at !== undefined && found.length < 10; at = above.get(at)) found.push(at)
        return found
      }
      for (const [child, parent] of pairs) {
        const closes = child === parent || ancestors(parent).includes(child)
        expect(place(child, parent)).toBe(!closes)
        if (!closes) above.set(child, parent)
      }
    }),
  )
})
