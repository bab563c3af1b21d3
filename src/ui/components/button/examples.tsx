import type { Example } from '../../example.ts'
import { Button } from './button.tsx'

export const examples: Example[] = [
  { name: 'principal', render: () => <Button kind="primary">Continuer</Button> },
  { name: 'secondaire', render: () => <Button kind="secondary">Enregistrer et finir plus tard</Button> },
  { name: 'simple', render: () => <Button kind="plain">Je préfère en parler</Button> },
  {
    name: 'grave',
    render: () => (
      <Button kind="danger" name="verb" value="withdraw">
        Retirer mon accord
      </Button>
    ),
  },
  { name: 'en arabe', lang: 'ar', dir: 'rtl', render: () => <Button kind="primary">متابعة</Button> },
]
