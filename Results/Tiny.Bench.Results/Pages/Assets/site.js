// Sorting, filtering, and the value under the pointer. Without it every figure is still on the page.
'use strict';

// The value that a cell sorts by: a number where it holds one, else its text; undefined when it is empty.
function keyOf(row, column) {
  const cell = row.cells[column];
  const raw = cell.dataset.v ?? cell.textContent.trim();
  if (raw === '') return undefined;
  const number = Number(raw);
  return Number.isNaN(number) ? raw : number;
}

// Numbers before texts; empty cells last whatever the direction.
function compare(a, b, sign) {
  if (a === undefined || b === undefined) return (a === undefined) - (b === undefined);
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  if (typeof a === 'number') return sign * (a - b);
  return sign * (a < b ? -1 : a > b ? 1 : 0);
}

function sortTable(table, header) {
  const descending = header.getAttribute('aria-sort') === 'ascending';
  for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
  header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  const body = table.tBodies[0];
  const column = header.cellIndex;
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row, column) }));
  rows.sort((a, b) => compare(a.key, b.key, descending ? -1 : 1));
  body.append(...rows.map((item) => item.row));
}

for (const table of document.querySelectorAll('table.sortable')) {
  for (const header of table.tHead.rows[0].cells) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    header.append(button);
  }
  table.tHead.addEventListener('click', (event) => {
    const header = event.target.closest('th');
    if (header) sortTable(table, header);
  });
}

// Every figure of a row leads to the same record: one stop for the key Tab is enough.
for (const link of document.querySelectorAll('td.n a')) {
  if (link.closest('tr').querySelector('td.n a') !== link) link.tabIndex = -1;
}

// Every word of the search must be somewhere in the row, and every chosen value must begin its column.
const form = document.querySelector('form.filter');
if (form) {
  const table = document.getElementById(form.dataset.table);
  const search = document.getElementById('search');
  const count = document.getElementById('count');
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, text: row.textContent.toLowerCase() }));

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = [...form.querySelectorAll('select')].filter((select) => select.value !== '');
    let shown = 0;
    for (const { row, text } of rows) {
      const fits = words.every((word) => text.includes(word)) && chosen.every((select) => {
        const cell = row.cells[Number(select.dataset.column)];
        return (cell.firstElementChild ?? cell).textContent === select.value;
      });
      row.hidden = !fits;
      if (fits) shown++;
    }
    count.textContent = `${shown} of ${rows.length} rows`;
  };

  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    search.value = '';
    filter();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
    event.preventDefault();
    search.focus();
  });
  filter();
}

// The browser's own tooltip comes late and not on every system; this one shows the same text at once.
const tip = document.getElementById('tip');

document.addEventListener('pointerover', (event) => {
  const mark = event.target.closest?.('.mark');
  tip.hidden = !mark;
  if (!mark) return;
  tip.textContent = mark.querySelector('title').textContent;
  const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
  tip.style.left = `${Math.max(0, Math.min(event.clientX + 12, room)) + window.scrollX}px`;
  tip.style.top = `${event.clientY + 16 + window.scrollY}px`;
});
