import type { Child } from 'hono/jsx'

export type StatusItem = { label: Child; time?: Child; state: 'done' | 'current' | 'todo' }
export type StatusTrackProps = { items: readonly StatusItem[] }

/** Where a request stands: what happened and when, what is next. */
export function StatusTrack({ items }: StatusTrackProps) {
  return (
    <ol class="track">
      {items.map(({ label, time, state }) => (
        <li class={state} aria-current={state === 'current' ? 'step' : undefined}>
          <span>{label}</span>
          {time && <span class="hint">{time}</span>}
        </li>
      ))}
    </ol>
  )
}
