import type { Child } from 'hono/jsx'

export type CardProps = {
  title?: Child
  tone?: 'neutral' | 'blue' | 'green' | 'yellow' | 'red' | undefined
  /** The heading's place under its page: 2 unless the card stands in a section of its own. */
  level?: 2 | 3 | undefined
  children?: Child
}

export function Card({ title, tone = 'neutral', level = 2, children }: CardProps) {
  return (
    <section class={`card ${tone}`}>
      {title && (level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>)}
      {children}
    </section>
  )
}
