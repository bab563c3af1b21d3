import type { Child } from 'hono/jsx'
import { Tag } from '../tag/tag.tsx'

export type StepCardProps = {
  title: Child
  number?: number | undefined
  urgent?: boolean | undefined
  tag?: Child
  dateText?: Child
  why?: Child
  details?: Child
  actions?: Child
  anchorId: string
}

/** One step of a plan: what, when, why, then how. */
export function StepCard({ title, number, urgent, tag, dateText, why, details, actions, anchorId }: StepCardProps) {
  return (
    <article class={urgent ? 'step urgent' : 'step'} id={anchorId} aria-labelledby={`${anchorId}-title`}>
      <div class="step-head">
        {number !== undefined && <span class="number">{number}</span>}
        <h3 id={`${anchorId}-title`}>{title}</h3>
        {typeof tag === 'string' ? <Tag tone={urgent ? 'red' : 'neutral'}>{tag}</Tag> : tag}
      </div>
      {dateText && <p class="when">{dateText}</p>}
      {why && <p class="why">{why}</p>}
      {details}
      {actions && <div class="actions">{actions}</div>}
    </article>
  )
}
