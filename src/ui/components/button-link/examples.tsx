import type { Example } from '../../example.ts'
import { ButtonLink } from './button-link.tsx'

export const examples: Example[] = [
  {
    name: 'principal',
    render: () => (
      <ButtonLink href="#start" kind="primary">
        Commencer (8 minutes)
      </ButtonLink>
    ),
  },
  {
    name: 'secondaire',
    render: () => (
      <ButtonLink href="#print" kind="secondary">
        Imprimer mon plan
      </ButtonLink>
    ),
  },
]
