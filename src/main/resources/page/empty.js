// An empty archive: as soon as something is in, it says so.

const PAUSE = 2000;

const look = setInterval(async () => {
  try {
    const { articles } = await (await fetch(`${document.documentElement.dataset.path ?? ""}/health`)).json();
    if (articles === 0) return;
    clearInterval(look);
    location.reload();
  } catch {
    // The next look will tell.
  }
}, PAUSE);
