import type { Child } from 'hono/jsx'

export type EmptyStateProps = { title: Child; children?: Child }

/** Nothing to show: say so, and say what to do. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div class="empty">
      <p class="title">{title}</p>
      {children}
    </div>
  )
}
