import type { Example } from '../../example.ts'
import { Bidi } from './bidi.tsx'

export const examples: Example[] = [
  {
    name: 'un nom arabe dans une phrase française',
    render: () => (
      <p>
        Bonjour <Bidi>نور</Bidi> (2 enfants).
      </p>
    ),
  },
  {
    name: 'un téléphone dans une phrase arabe',
    lang: 'ar',
    dir: 'rtl',
    render: () => (
      <p>
        اتصل على <Bidi dir="ltr">418 555-0123</Bidi> غداً.
      </p>
    ),
  },
]
