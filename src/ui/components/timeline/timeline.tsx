import type { Child } from 'hono/jsx'

export type TimelineGroup = { id: string; title: Child; hint?: Child; items: Child }
export type TimelineProps = { groups: readonly TimelineGroup[] }

/** What comes when: a rule runs along the groups, the nearest first. */
export function Timeline({ groups }: TimelineProps) {
  return (
    <div class="timeline">
      {groups.map(({ id, title, hint, items }) => (
        <section id={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{title}</h2>
          {hint && <p class="hint">{hint}</p>}
          {items}
        </section>
      ))}
    </div>
  )
}
