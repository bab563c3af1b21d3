import type { Child } from 'hono/jsx'
import { describedBy, fieldClass, FieldHelp, Legend } from '../field/field.tsx'

export type Choice = {
  value: string
  label: Child
  hint?: Child
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
}

export type ChoicesProps = {
  name: string
  legend: Child
  hint?: Child
  error?: Child
  type: 'radio' | 'checkbox'
  options: readonly Choice[]
  selected: readonly string[]
  /** The legend is the page's h1. */
  heading?: boolean | undefined
}

export function Choices(props: ChoicesProps) {
  const { name, legend, hint, error, options } = props
  return (
    <fieldset class={fieldClass(error)} aria-describedby={describedBy({ name, hint, error })}>
      <Legend heading={props.heading}>{legend}</Legend>
      <FieldHelp name={name} hint={hint} error={error} />
      {options.map((option, index) => choice(props, option, index))}
    </fieldset>
  )
}

/** The first one bears the field's own name as its id, so that a link of the error summary reaches it. */
function choice({ name, type, selected }: ChoicesProps, { value, label, hint, lang, dir }: Choice, index: number) {
  const id = index === 0 ? name : `${name}-${index + 1}`
  const hintId = hint ? `${id}-about` : undefined
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        checked={selected.includes(value)}
        aria-describedby={hintId}
      />
      <label for={id} lang={lang} dir={dir}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  )
}
