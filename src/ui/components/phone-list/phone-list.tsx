import type { Child } from 'hono/jsx'

export type PhoneLine = { name: Child; tel: string; display: string; note?: Child; hours?: Child }
export type PhoneListProps = { lines: readonly PhoneLine[] }

/** The whole line is the target: it is pressed in a hurry. */
export function PhoneList({ lines }: PhoneListProps) {
  return (
    <ul class="phones">
      {lines.map(({ name, tel, display, note, hours }) => (
        <li>
          <a href={`tel:${tel}`}>
            <span>{name}</span> <bdi dir="ltr">{display}</bdi>
          </a>
          {note && <p>{note}</p>}
          {hours && <p class="hint">{hours}</p>}
        </li>
      ))}
    </ul>
  )
}
