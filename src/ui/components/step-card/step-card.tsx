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
  /** Of its title; on a page of its own it stands right under the h1. */
  level?: 2 | 3 | undefined
}

/** One step of a plan: what, when, why, then how. */
export function StepCard(props: StepCardProps) {
  const { title, number, urgent, tag, dateText, why, details, actions, anchorId, level = 3 } = props
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article class={urgent ? 'step urgent' : 'step'} id={anchorId} aria-labelledby={`${anchorId}-title`}>
      <div class="step-head">
        {number !== undefined && <span class="number">{number}</span>}
        <Heading id={`${anchorId}-title`}>{title}</Heading>
        {typeof tag === 'string' ? <Tag tone={urgent ? 'red' : 'neutral'}>{tag}</Tag> : tag}
      </div>
      {dateText && <p class="when">{dateText}</p>}
      {why && <p class="why">{why}</p>}
      {details}
      {actions && <div class="actions">{actions}</div>}
    </article>
  )
}
