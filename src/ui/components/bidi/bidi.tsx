import type { Child } from 'hono/jsx'

export type BidiProps = { dir?: 'ltr' | 'rtl' | 'auto' | undefined; children?: Child }

/** Keeps a name, a phone or a code whole inside a sentence that runs the other way. */
export function Bidi({ dir, children }: BidiProps) {
  return <bdi dir={dir}>{children}</bdi>
}
