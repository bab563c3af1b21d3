import type { Child } from 'hono/jsx'
import { describedBy, fieldClass, FieldHelp, Legend } from '../field/field.tsx'

export type DateFieldProps = {
  name: string
  legend: Child
  hint?: Child
  error?: Child
  day?: string | undefined
  month?: string | undefined
  year?: string | undefined
  words: { day: string; month: string; year: string }
  /** The legend is the page's h1. */
  size?: 'heading' | undefined
  /** Only for the birth date of the person who answers. */
  autocomplete?: 'bday' | undefined
}

/** Three short inputs: a calendar is slow for a date that one knows by heart. */
export function DateField(props: DateFieldProps) {
  const { name, legend, hint, error, words } = props
  return (
    <fieldset class={fieldClass(error)} id={name} aria-describedby={describedBy({ name, hint, error })}>
      <Legend heading={props.size === 'heading'}>{legend}</Legend>
      <FieldHelp name={name} hint={hint} error={error} />
      <div class="date">
        {part(props, 'day', words.day, props.day)}
        {part(props, 'month', words.month, props.month)}
        {part(props, 'year', words.year, props.year)}
      </div>
    </fieldset>
  )
}

function part(props: DateFieldProps, unit: 'day' | 'month' | 'year', label: string, value: string | undefined) {
  const id = `${props.name}-${unit}`
  return (
    <div class={unit}>
      <label for={id}>{label}</label>
      <input
        id={id}
        name={id}
        value={value}
        inputmode="numeric"
        dir="ltr"
        maxlength={unit === 'year' ? 4 : 2}
        autocomplete={props.autocomplete && `${props.autocomplete}-${unit}`}
        aria-invalid={props.error ? 'true' : undefined}
      />
    </div>
  )
}
