document.querySelectorAll('thead button').forEach(function (button) {
  button.addEventListener('click', function () {
    var head = button.closest('th'), body = head.closest('table').tBodies[0];
    var down = head.getAttribute('aria-sort') === 'ascending';
    head.parentNode.querySelectorAll('th').forEach(function (other) { other.removeAttribute('aria-sort'); });
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    var of = function (row) { return row.cells[head.cellIndex].dataset.sort; };
    var rows = Array.from(body.rows);
    var numbers = rows.every(function (row) { return of(row) === '' || !isNaN(of(row)); });
    rows.sort(function (a, b) {
      var x = of(a), y = of(b);
      if (x === '' || y === '') { return x === y ? 0 : x === '' ? 1 : -1; }
      var order = numbers ? x - y : x < y ? -1 : x > y ? 1 : 0;
      return down ? -order : order;
    }).forEach(function (row) { body.appendChild(row); });
  });
});
