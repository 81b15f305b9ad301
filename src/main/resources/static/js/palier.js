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
    navigator.clipboard.writeText(text).then(function () {
      button.setAttribute("data-state", "copied");
      var said = document.getElementById(button.getAttribute("data-says"));
      if (said) { said.textContent = button.getAttribute("data-copied"); }
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
})();
