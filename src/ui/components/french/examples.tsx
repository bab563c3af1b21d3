import type { Example } from '../../example.ts'
import { French } from './french.tsx'

export const examples: Example[] = [
  {
    name: 'un nom officiel dans une phrase arabe',
    lang: 'ar',
    dir: 'rtl',
    render: () => (
      <p>
        خدمة <French>Francisation Québec</French> مجانية.
      </p>
    ),
  },
]
