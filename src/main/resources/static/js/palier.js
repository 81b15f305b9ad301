// Refinements only; every page works without.
(function () {
  "use strict";

  // One open disclosure at a time, closed by Escape or a click elsewhere.
  function closeOthers(except) {
    document.querySelectorAll("details.dropdown-details[open]").forEach(function (open) {
      if (open !== except) { open.removeAttribute("open"); }
    });
  }
  document.addEventListener("click", function (event) {
    closeOthers(event.target.closest("details.dropdown-details"));
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { closeOthers(null); }
  });

  // <button data-copy="#id"> copies the text or value of that element and says so in [data-copied].
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (!button) { return; }
    var source = document.querySelector(button.getAttribute("data-copy"));
    var text = source.value !== undefined ? source.value : source.textContent;
    var copied = function () {
      button.setAttribute("data-state", "copied");
      var said = document.getElementById(button.getAttribute("data-says"));
      if (said) { said.textContent = button.getAttribute("data-copied"); }
    };
    // Browsers give the clipboard only to secure pages; elsewhere the old way still works for what can be selected.
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(copied);
    } else {
      var area = document.createElement("textarea");
      area.value = text;
      document.body.appendChild(area);
      area.select();
      if (document.execCommand("copy")) { copied(); }
      area.remove();
      button.focus();
    }
  });

  // A problem at the top names its field, and takes the eye there as the focus goes.
  document.querySelectorAll("a[data-field]").forEach(function (link) {
    var field = document.getElementById(link.hash.slice(1));
    var label = field && field.id && document.querySelector("label[for='" + CSS.escape(field.id) + "']");
    if (label) { link.prepend(label.textContent.trim() + " – "); }
  });

  // The fields another country brings keep what was typed while they were on their way.
  var typed = new Map();
  document.addEventListener("htmx:beforeSwap", function (event) {
    typed.clear();
    if (!event.detail.target.matches("fieldset.address-fields")) { return; }
    event.detail.target.querySelectorAll("input[type=text]").forEach(function (field) { typed.set(field.name, field.value); });
  });
  document.addEventListener("htmx:load", function (event) {
    if (!event.detail.elt.matches("fieldset.address-fields")) { return; }
    event.detail.elt.querySelectorAll("input[type=text]").forEach(function (field) {
      if (typed.get(field.name)) { field.value = typed.get(field.name); }
    });
  });

  // <input data-check-all="name"> ticks all boxes of that name in its form.
  document.addEventListener("change", function (event) {
    var name = event.target.getAttribute && event.target.getAttribute("data-check-all");
    if (!name) { return; }
    event.target.form.querySelectorAll("input[type=checkbox][name='" + name + "']").forEach(function (box) {
      box.checked = event.target.checked;
    });
  });

  // <form data-once>: a second click does not send it twice.
  document.addEventListener("submit", function (event) {
    if (!event.target.matches("form[data-once]")) { return; }
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-once]").forEach(function (form) { delete form.dataset.sent; });
  });

  // <form data-mailto="address">: the link of a message is put back when it was deleted, and the mail program opens
  // with what is typed, saved or not.
  function mend(form) {
    var text = form.querySelector("textarea");
    var link = document.getElementById("invitation-link").textContent;
    if (text.value.indexOf(link) < 0) {
      text.value = text.value.trimEnd() + "\n\n" + link;
      form.querySelector("[data-link-back]").hidden = false;
    }
    form.querySelector("[data-mailto-link]").href = "mailto:" + encodeURIComponent(form.dataset.mailto).replace("%40", "@")
      + "?subject=" + encodeURIComponent(form.querySelector("[name=subject]").value)
      + "&body=" + encodeURIComponent(text.value.replace(/\r?\n/g, "\r\n"));
  }
  document.addEventListener("change", function (event) {
    var form = event.target.closest("form[data-mailto]");
    if (form) { mend(form); }
  });
  document.addEventListener("click", function (event) {
    var form = event.target.closest("form[data-mailto]");
    if (form && event.target.closest("[data-mailto-link], [data-copy]")) { mend(form); }
  }, true);
})();
