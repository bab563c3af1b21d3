import type { Child } from 'hono/jsx'

export type TagProps = { tone?: 'neutral' | 'blue' | 'green' | 'yellow' | 'red' | undefined; children?: Child }

/** A state in one or two words. What is finished needs no colour. */
export function Tag({ tone = 'neutral', children }: TagProps) {
  return <span class={`tag ${tone}`}>{children}</span>
}
