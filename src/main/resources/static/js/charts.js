// Draws each chart from the table beside it. Without script, and for screen readers, the table is all there is.
(function () {
  "use strict";
  var COLORS = ["#0c5f8a", "#b45309", "#5b7083"];
  var TEXT = { color: "#37424f", fontFamily: "inherit" };

  function read(table) {
    var rows = Array.from(table.tBodies[0].rows);
    var names = Array.from(table.tHead.rows[0].cells).slice(1).map(function (cell) { return cell.textContent; });
    return {
      labels: rows.map(function (row) { return row.cells[0].textContent; }),
      series: names.map(function (name, n) {
        return { name: name, values: rows.map(function (row) { return Number(row.cells[n + 1].dataset.value); }) };
      })
    };
  }

  function columns(data) {
    return {
      grid: { left: 40, right: 8, top: 12, bottom: 44 },
      xAxis: { type: "category", data: data.labels, axisTick: { show: false }, axisLabel: Object.assign({ rotate: 45 }, TEXT) },
      yAxis: { type: "value", minInterval: 1, axisLabel: Object.assign({ formatter: positive }, TEXT) },
      series: data.series.map(function (one, n) {
        return {
          type: "bar", name: one.name, stack: "all", barMaxWidth: 28, itemStyle: { color: COLORS[n] },
          // What ended hangs below the line.
          data: one.values.map(function (value) { return n === 0 ? value : -value; })
        };
      })
    };
  }

  function positive(value) { return Math.abs(value).toLocaleString(document.documentElement.lang); }

  function bars(data) {
    var overlaid = data.series.length > 1;
    return {
      grid: { left: 8, right: 48, top: 4, bottom: 4 },
      xAxis: { type: "value", show: false },
      // The name stands above its bar, where it has room on a phone too.
      yAxis: {
        type: "category", inverse: true, data: data.labels, axisLine: { show: false }, axisTick: { show: false },
        axisLabel: Object.assign({ inside: true, verticalAlign: "bottom", padding: [0, 0, 9, -4] }, TEXT), z: 10
      },
      series: data.series.map(function (one, n) {
        return {
          type: "bar", name: one.name, barWidth: 12, barGap: overlaid ? "-100%" : "0%", itemStyle: { color: overlaid ? COLORS[n === 0 ? 2 : 0] : COLORS[0] },
          label: { show: !overlaid || n === 0, position: "right", formatter: function (bar) { return label(data, bar.dataIndex); }, color: TEXT.color },
          data: one.values
        };
      })
    };
  }

  function label(data, row) {
    return data.series.slice().reverse().map(function (one) { return positive(one.values[row]); }).join(" / ");
  }

  document.querySelectorAll("[data-chart]").forEach(function (box) {
    var table = document.getElementById(box.dataset.chart);
    var data = read(table);
    var across = box.dataset.shape === "BARS";
    box.hidden = false;
    if (across) { box.style.height = (data.labels.length * 42 + 16) + "px"; }
    var chart = window.echarts.init(box, null, { renderer: "canvas" });
    chart.setOption(Object.assign({ animation: false, aria: { enabled: false } }, across ? bars(data) : columns(data)));
    box.dataset.drawn = "yes";
    table.closest("details").open = false;
    new ResizeObserver(function () { chart.resize(); }).observe(box);
  });
})();
