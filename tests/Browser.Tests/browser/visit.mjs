// Opens pages in Chromium as people do: on a telephone, a tablet and a desk, without scripts, by keyboard, on paper.
// Arguments: chromium, folder for pictures, then one HTML file after the other. Prints one JSON document.
import { chromium } from 'playwright-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const [executablePath, pictures, ...files] = process.argv.slice(2)
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})

async function open(file, options) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const fetched = []
  page.on('request', request => {
    if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) fetched.push(request.url())
  })
  await page.goto(pathToFileURL(file).href)
  return { context, page, fetched }
}

async function atWidth(file, width) {
  const { context, page, fetched } = await open(file, { viewport: { width, height: 900 } })
  const pageWidth = await page.evaluate(() => document.scrollingElement.scrollWidth)
  await page.screenshot({ path: join(pictures, `${basename(file, '.html')}-${width}.png`), fullPage: true })
  await page.evaluate(() => document.querySelectorAll('details').forEach(part => { part.open = true }))
  const openWidth = await page.evaluate(() => document.scrollingElement.scrollWidth)
  await page.evaluate(axe)
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run())
  await context.close()
  return {
    width, pageWidth: Math.max(pageWidth, openWidth), fetched, rulesPassed: passes.length,
    violations: violations.map(({ id, impact, nodes }) => `${impact}: ${id} at ${nodes.map(node => node.target.join(' ')).slice(0, 3).join(', ')}`),
  }
}

async function byKeyboard(file) {
  const { context, page } = await open(file, { viewport: { width: 1280, height: 900 } })
  const expected = await page.evaluate(() => [...document.querySelectorAll('summary, a[href], button, [tabindex="0"]')]
    .filter(part => part.checkVisibility()).length)
  const reached = new Set()
  for (let i = 0; i < expected + 5; i++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const part = document.activeElement
      if (!part || part === document.body) return null
      const style = getComputedStyle(part)
      const shown = style.outlineStyle !== 'none' || style.boxShadow !== 'none'
      return { at: [...document.querySelectorAll('*')].indexOf(part), shown }
    })
    if (at) reached.add(`${at.at} ${at.shown}`)
  }
  let opened = true
  if (await page.locator('summary').count() > 0) {
    await page.locator('summary').first().focus()
    await page.keyboard.press('Enter')
    opened = await page.evaluate(() => document.querySelector('details').open)
  }
  await context.close()
  return { expected, reached: reached.size, focusShown: [...reached].every(at => at.endsWith('true')), opened }
}

async function withoutScripts(file) {
  const { context, page } = await open(file, { javaScriptEnabled: false })
  const answer = { heading: await page.locator('h1').first().innerText(), tables: await page.locator('table').count() }
  await context.close()
  return answer
}

// A4 on its side less margins of 10 mm, at 96 pixels an inch; Chromium tells the rows' order in each state of the first column.
const sheet = 1047

async function onPaper(file) {
  const { context, page } = await open(file, { viewport: { width: sheet, height: 700 } })
  await page.emulateMedia({ media: 'print' })
  const needed = await page.evaluate(() => Math.max(0, ...[...document.querySelectorAll('table')].map(table => table.getBoundingClientRect().right)))
  const pdf = await page.pdf({ path: join(pictures, `${basename(file, '.html')}.pdf`), preferCSSPageSize: true })
  await context.close()
  return { bytes: pdf.length, sheet, needed: Math.ceil(needed) }
}

async function sorted(file) {
  const { context, page } = await open(file, { viewport: { width: 1280, height: 900 } })
  const buttons = page.locator('thead button')
  const columns = []
  for (let i = 0; i < await buttons.count(); i++) {
    await buttons.nth(i).click()
    const ascending = await column(page, i)
    await page.keyboard.press('Enter')
    columns.push({ ascending, descending: await column(page, i) })
  }
  await context.close()
  return columns
}

const column = (page, i) => page.evaluate(i => {
  const head = document.querySelectorAll('thead button')[i].closest('th')
  return { says: head.getAttribute('aria-sort'), values: [...head.closest('table').tBodies[0].rows].map(row => row.cells[head.cellIndex].dataset.sort) }
}, i)

const answer = []
for (const file of files) {
  const widths = []
  for (const width of [320, 768, 1280]) widths.push(await atWidth(file, width))
  answer.push({ file: basename(file), widths, keyboard: await byKeyboard(file), withoutScripts: await withoutScripts(file), paper: await onPaper(file), sorting: await sorted(file) })
}
await browser.close()
console.log(JSON.stringify(answer))
