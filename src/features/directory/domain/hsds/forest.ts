/** Who stands under whom, told one by one; each is told once. False, and forgotten, where someone would be their own ancestor. */
export type Forest = (child: string, parent: string) => boolean

/** Each child is a root until it is told: what it would be put under may not already end in it. Paths are kept short. */
export function newForest(): Forest {
  const above = new Map<string, string>()
  function rootOf(start: string): string {
    let at = start
    for (let next = above.get(at); next !== undefined; next = above.get(at)) {
      const over = above.get(next)
      if (over !== undefined) above.set(at, over)
      at = next
    }
    return at
  }
  return (child, parent) => {
    if (rootOf(parent) === child) return false
    above.set(child, parent)
    return true
  }
}
