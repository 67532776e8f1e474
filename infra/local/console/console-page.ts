import type { ControlParts } from './control-actions.ts';
import { newcomerSteps } from '../seed/newcomer-steps.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'full',
  timeStyle: 'short',
});

const table = (caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<h2>${caption}</h2><table><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr>${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>`;

const move = (label: string, unit: 'hours' | 'days', amount: number): string =>
  `<form method="post" action="/clock/advance"><input type="hidden" name="${unit}" value="${amount}"><button>${label}</button></form>`;

/**
 * Renders the console's page, which works without scripts: the current time, the next runs of the schedules
 * and the messages that failed.
 */
export const consolePage = ({ clock, schedules, time, queues, calls, urls }: ControlParts): string => {
  const upcoming = time.upcoming();
  const { requests } = calls.read();
  const scheduleRows = schedules.map(({ name, expression }) => [
    escaped(name),
    `<code>${escaped(expression)}</code>`,
    london.format(upcoming.get(name) ?? 0),
    `<form method="post" action="/schedules/run"><input type="hidden" name="name" value="${escaped(name)}"><button>Run ${escaped(name)} now</button></form>`,
  ]);
  const stuck = queues.all
    .filter((queue) => queue.peek().length > 0)
    .map((queue) => [
      escaped(queue.name),
      String(queue.peek().length),
      `<pre>${escaped(queue.peek()[0]?.body ?? '')}</pre>`,
    ]);
  const busiest = Object.entries(requests).map(([name, count]) => [escaped(name), String(count)]);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>DPP Match on this machine</title>
<style>body{font:1rem/1.5 Arial,sans-serif;margin:2rem;max-width:70rem}table{border-collapse:collapse}td,th{border-bottom:1px solid #ccc;padding:.3rem .8rem;text-align:left}form{display:inline}pre{white-space:pre-wrap;max-width:40rem}</style></head><body>
<h1>DPP Match on this machine</h1>
<p>${urls.sites.map(({ systemId, url }) => `<a href="${url}">Site of ${systemId}</a>`).join(' · ')} · <a href="${urls.inbox}">Inbox</a></p>
<h2>A newcomer, from registration to a learner</h2><p>With the demonstration data:</p><ol>${newcomerSteps.map((step) => `<li>${step}</li>`).join('')}</ol>
<h2>Clock</h2><p>It is ${london.format(clock.now())} in there. Schedules that fall due on the way run.</p>
<p>${move('On by an hour', 'hours', 1)} ${move('On by a day', 'days', 1)} ${move('On by a week', 'days', 7)} ${move('On by 30 days', 'days', 30)}</p>
${table('Schedules', ['Name', 'When', 'Next', ''], scheduleRows)}
${stuck.length === 0 ? '<h2>Queues</h2><p>Nothing waits.</p>' : table('Queues', ['Queue', 'Messages', 'First'], stuck)}
${table('Calls to AWS since the start', ['Function', 'Requests'], busiest)}
</body></html>`;
};
