import type { Child } from 'hono/jsx'
import { describedBy, fieldClass, FieldHelp } from '../field/field.tsx'

export type TextAreaProps = {
  name: string
  label: Child
  hint?: Child
  error?: Child
  value?: string | undefined
  rows?: number | undefined
  maxlength?: number | undefined
  dir?: 'ltr' | 'rtl' | 'auto' | undefined
  required?: boolean | undefined
}

export function TextArea(props: TextAreaProps) {
  const { name, label, hint, error, value, rows = 5 } = props
  return (
    <div class={fieldClass(error)}>
      <label for={name}>{label}</label>
      <FieldHelp name={name} hint={hint} error={error} />
      <textarea
        id={name}
        name={name}
        rows={rows}
        dir={props.dir ?? 'auto'}
        maxlength={props.maxlength}
        required={props.required}
        aria-describedby={describedBy({ name, hint, error })}
        aria-invalid={error ? 'true' : undefined}
      >
        {value ?? ''}
      </textarea>
    </div>
  )
}
