import type { Child } from 'hono/jsx'

export type ConfirmPanelProps = { title: Child; children?: Child }

/** The end of a task; its title is the page's h1. */
export function ConfirmPanel({ title, children }: ConfirmPanelProps) {
  return (
    <div class="confirm">
      <h1>{title}</h1>
      {children}
    </div>
  )
}
