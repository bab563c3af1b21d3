import { expect, test } from 'vitest'
import { faultsOf } from './sound.ts'

test.each([
  ['<input name="a" id="a">', 'the field a has no label'],
  ['<p id="a"></p><p id="a"></p>', 'the id a is given twice'],
  ['<p style="color:red"></p>', 'p has a style attribute'],
  ['<button>Go</button>', 'a button has no type'],
  ['<a href="">Go</a>', 'a link leads nowhere'],
  ['<p aria-describedby="b"></p>', 'nothing has the id b'],
  ['<script>1</script>', 'a script stands in the page'],
  ['<p onclick="go()"></p>', 'p has onclick'],
])('%s is faulty', (html, fault) => {
  expect(faultsOf(html)).toEqual([fault])
})

test('a labelled field is sound', () => {
  expect(faultsOf('<label for="a">A</label><input name="a" id="a">')).toEqual([])
})
