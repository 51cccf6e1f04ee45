// Runs before the first paint, so that a chosen theme never flashes. Any failure means: as the device says.
try {
  const { theme } = JSON.parse(localStorage.getItem("rapport:settings")).data;
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.content = theme === "dark" ? "#0C1B1D" : "#EDF2F0";
  }
} catch {}
