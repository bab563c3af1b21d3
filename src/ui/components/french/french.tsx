import type { Child } from 'hono/jsx'

export type FrenchProps = { children?: Child }

/** An official name, which stays in French on a page in any language. */
export function French({ children }: FrenchProps) {
  return (
    <span lang="fr" dir="ltr">
      {children}
    </span>
  )
}
