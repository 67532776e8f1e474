// Optional enhancements: every page works without this file.

// Focus the error summary, so that screen readers read it first.
const summary = document.querySelector('[data-error-summary]');
if (summary instanceof HTMLElement) {
  summary.focus();
  for (const link of summary.querySelectorAll('a[href^="#"]')) {
    link.addEventListener('click', (event) => {
      const field = document.getElementById(link.getAttribute('href').slice(1));
      if (!field) return;
      event.preventDefault();
      field.closest('.nhsuk-form-group')?.scrollIntoView();
      field.focus({ preventScroll: true });
    });
  }
}

// Ignore a second press within a second. The server is idempotent anyway.
for (const button of document.querySelectorAll('[data-once]')) {
  let last = -Infinity;
  button.addEventListener('click', (event) => {
    if (event.timeStamp - last < 1000) event.preventDefault();
    else last = event.timeStamp;
  });
}

// Show the characters left in text areas, and announce them to screen readers when typing pauses.
for (const area of document.querySelectorAll('textarea[data-count-to]')) {
  const most = Number(area.dataset.countTo);
  const words = document.getElementById(`${area.id}-count`);
  if (!words || !Number.isFinite(most)) continue;
  let pause;
  const show = () => {
    const left = most - [...area.value].length;
    const count = Math.abs(left) === 1 ? '1 character' : `${Math.abs(left)} characters`;
    words.textContent = left < 0 ? `You have ${count} too many` : `You have ${count} left`;
    words.classList.toggle('nhsuk-error-message', left < 0);
    words.classList.toggle('nhsuk-hint', left >= 0);
  };
  area.addEventListener('input', () => {
    words.removeAttribute('aria-live');
    show();
    clearTimeout(pause);
    pause = setTimeout(() => {
      words.setAttribute('aria-live', 'polite');
      show();
    }, 800);
  });
  show();
}
