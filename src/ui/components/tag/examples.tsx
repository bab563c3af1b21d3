import type { Example } from '../../example.ts'
import { Tag } from './tag.tsx'

export const examples: Example[] = [
  { name: 'neutre', render: () => <Tag tone="neutral">Pas commencé</Tag> },
  { name: 'bleu', render: () => <Tag tone="blue">À compléter</Tag> },
  { name: 'vert', render: () => <Tag tone="green">Accepté</Tag> },
  { name: 'jaune', render: () => <Tag tone="yellow">Sans réponse depuis 8 jours</Tag> },
  { name: 'rouge', render: () => <Tag tone="red">En retard</Tag> },
]
