// Reads a Bicep file by the tree-sitter grammar: what is wrong with it, and what it declares, as JSON.
// Values: texts, numbers, booleans, arrays and objects as such; whatever is only known at deployment as its source text in { "$": … }.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Language, Parser } from 'web-tree-sitter'
import { answer } from './answers.mjs'

await Parser.init()
const parser = new Parser()
parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')))

const declarations = {
  parameter_declaration: 'params', variable_declaration: 'vars', resource_declaration: 'resources',
  module_declaration: 'modules', output_declaration: 'outputs',
}

function* errors(node) {
  if (node.isError || node.isMissing) {
    yield `line ${node.startPosition.row + 1}, column ${node.startPosition.column + 1}: ${node.isMissing ? 'missing ' + node.type : node.text.slice(0, 60)}`
  } else if (node.hasError) {
    for (const child of node.children) {
      yield* errors(child)
    }
  }
}

function value(node) {
  switch (node.type) {
    case 'string':
      return node.namedChildren.some(part => part.type === 'interpolation')
        ? { $: node.text }
        : node.namedChildren.map(part => part.type === 'escape_sequence' ? part.text.slice(1) : part.text).join('')
    case 'number': return Number(node.text)
    case 'boolean': return node.text === 'true'
    case 'null': return null
    case 'array': return node.namedChildren.filter(child => child.type !== 'comment').map(value)
    case 'object': return object(node)
    case 'parenthesized_expression': return value(node.namedChildren[0])
    default: return { $: node.text }
  }
}

function object(node) {
  const result = {}
  for (const property of node.namedChildren.filter(child => child.type === 'object_property' && child.namedChildren[0].type !== 'resource_declaration')) {
    const [key, ...rest] = property.namedChildren.filter(child => child.type !== 'comment')
    result[key.type === 'string' ? value(key).$ ?? value(key) : key.text] = rest.length > 0 ? value(rest.at(-1)) : { $: property.text }
  }

  return result
}

/** The braces of a resource or module, through `if (…)` and `[for …: …]`. */
function body(node) {
  if (node.type === 'object') {
    return node
  }

  for (const child of [...node.namedChildren].reverse()) {
    const found = ['object', 'if_statement', 'for_statement', 'array'].includes(child.type) ? body(child) : null
    if (found) {
      return found
    }
  }

  return null
}

function* resources(node, parent) {
  for (const property of node.namedChildren) {
    // A resource within another one is a property of its braces.
    const child = property.type === 'object_property' ? property.namedChildren[0] : property
    if (child?.type === 'resource_declaration') {
      const { name, source, object: braces } = parts(child)
      const type = parent && !source.includes('@') ? `${parent}/${source}` : source.split('@')[0]
      yield { name, type, existing: / existing = /.test(child.text.split('\n')[0]), text: child.text, body: braces ? object(braces) : {} }
      if (braces) {
        yield* resources(braces, type)
      }
    }
  }
}

function parts(node) {
  const [name, source] = node.namedChildren.filter(child => child.type !== 'decorators' && child.type !== 'comment')
  return { name: name.text, source: source.type === 'string' ? value(source) : source.text, object: body(node) }
}

await answer(async ({ path }) => {
  const tree = parser.parse(await readFile(path, 'utf8'))
  const found = { errors: [...errors(tree.rootNode)], params: {}, vars: {}, outputs: [], modules: {}, resources: [...resources(tree.rootNode)] }
  for (const node of tree.rootNode.namedChildren) {
    const kind = declarations[node.type]
    const named = node.namedChildren.filter(child => child.type !== 'decorators' && child.type !== 'comment')
    if (kind === 'vars') {
      found.vars[named[0].text] = value(named.at(-1))
    } else if (kind === 'params') {
      found.params[named[0].text] = named.length > 2 ? value(named.at(-1)) : null
    } else if (kind === 'outputs') {
      found.outputs.push(named[0].text)
    } else if (kind === 'modules') {
      const { name, source, object: braces } = parts(node)
      found.modules[name] = { path: source, ...(braces ? object(braces) : {}) }
    }
  }

  tree.delete()
  return found
})
