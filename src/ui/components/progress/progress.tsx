import type { Child } from 'hono/jsx'

export type ProgressProps = { label: Child; value: number; max: number }

/** The label says the count in words; the bar repeats it for the eye. */
export function Progress({ label, value, max }: ProgressProps) {
  return (
    <label class="progress">
      <span>{label}</span>
      <progress value={value} max={max}></progress>
    </label>
  )
}
